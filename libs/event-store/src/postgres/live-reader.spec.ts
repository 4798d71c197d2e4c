import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { collect, jsonEvents, newPrefix } from '../testing/events.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { Tail } from './tail.js';

let database: TestDatabase;
let store: PostgresEventStore;
beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

it('asks PostgreSQL once for all who follow the log', async () => {
  const prefix = newPrefix();
  const stop = new AbortController();
  let caughtUp = 0;
  let seen = 0;
  const followers = Array.from({ length: 200 }, async () => {
    for await (const batch of store.follow({ streamPrefixes: [prefix], signal: stop.signal })) {
      if (batch.caughtUp && !batch.live) caughtUp++;
      seen += batch.events.length;
      if (caughtUp === 200 && !batch.live) void store.append(`${prefix}1`, 'no-stream', jsonEvents(3));
      if (batch.live && seen === 600) stop.abort();
    }
  });
  const queries = jest.spyOn(database.pool, 'query');
  await Promise.all(followers);
  const asked = queries.mock.calls.map(([query]) => (query as unknown as { name?: string }).name);
  queries.mockRestore();
  expect(seen).toBe(600);
  // Each looks for the end of the log once for itself; what is live is read for all of them.
  expect(asked.filter((name) => name === 'event-store:live').length).toBeLessThan(20);
});

it('gives a slow follower everything, once and in order', async () => {
  const prefix = newPrefix();
  const stop = new AbortController();
  const seen: number[] = [];
  let written = false;
  for await (const { events, caughtUp } of store.follow({ streamPrefixes: [prefix], signal: stop.signal })) {
    seen.push(...events.map(({ revision }) => revision));
    if (caughtUp && !written) {
      written = true;
      for (let n = 0; n < 60; n++)
        await store.append(`${prefix}1`, n === 0 ? 'no-stream' : n - 1, jsonEvents(1));
    }
    if (seen.length === 60) stop.abort();
  }
  expect(seen).toEqual(Array.from({ length: 60 }, (_, n) => n));
});

it('lets go of what is too much for a follower', async () => {
  const closed = jest.fn();
  const tail = new Tail(0n, closed);
  const [event] = await collect(store.readAll({ maxCount: 1 }));
  for (let n = 0; n <= 20; n++) tail.push([event!]);
  expect(closed).toHaveBeenCalled();
  const { signal } = new AbortController();
  for (let n = 0; n < 20; n++) expect(await tail.next(signal)).toHaveLength(1);
  expect(await tail.next(signal)).toBeUndefined();
});
