import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { EventStoreUnavailable, type NewEvent } from '../event-store.port.js';
import { positionAt } from '../position.js';
import { describeEventStore } from '../testing/event-store.contract.js';
import { collect, collectFollowed, idsOf, jsonEvent, jsonEvents, newPrefix } from '../testing/events.js';
import { operatorOf } from '../testing/stream-operator.js';
import { describeSubscriptions } from '../testing/subscription.contract.js';
import { PostgresEventStore } from './postgres-event-store.js';

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

const operator = () => operatorOf(store);
describeEventStore('PostgresEventStore', () => store, operator);
describeSubscriptions('PostgresEventStore', () => store, operator);

describe('PostgresEventStore', () => {
  let prefix: string;
  let stream: string;
  beforeEach(() => {
    prefix = newPrefix();
    stream = `${prefix}1`;
  });

  it('has no last position before its first event', async () => {
    const fresh = await testDatabase();
    const empty = new PostgresEventStore(fresh.pool);
    expect(await empty.lastPosition()).toBeUndefined();
    expect(await collect(empty.readAll({ direction: 'backwards' }))).toEqual([]);
    await empty.close();
    await fresh.drop();
  });

  it('reads past gaps between positions, however wide', async () => {
    const fresh = await testDatabase();
    const gappy = new PostgresEventStore(fresh.pool);
    for (let n = 0; n < 3; n++) {
      await gappy.append(`${prefix}${n}`, 'no-stream', jsonEvents(2));
      await fresh.pool.query('update events set position = position + 30000 where stream = $1', [
        `${prefix}${n}`,
      ]);
    }
    const positions = [30_001n, 30_002n, 60_003n, 60_004n, 90_005n, 90_006n].map(positionAt);
    const read = async (direction: 'forwards' | 'backwards') =>
      (await collect(gappy.readAll({ streamPrefixes: [prefix], direction }))).map(({ position }) => position);
    expect(await read('forwards')).toEqual(positions);
    expect(await read('backwards')).toEqual(positions.toReversed());
    const { events } = await collectFollowed(
      gappy,
      { streamPrefixes: [prefix] },
      (_, { caughtUp }) => caughtUp,
    );
    expect(events.map(({ position }) => position)).toEqual(positions);
    await gappy.close();
    await fresh.drop();
  });

  it('fails only the append that PostgreSQL cannot take', async () => {
    const bad: NewEvent = { ...jsonEvent(), id: 'no uuid' };
    const results = await Promise.allSettled([
      store.append(`${prefix}1`, 'no-stream', [jsonEvent()]),
      store.append(`${prefix}2`, 'no-stream', [bad]),
      store.append(`${prefix}3`, 'no-stream', [jsonEvent()]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('wakes subscribers of another process at once', async () => {
    const other = new PostgresEventStore(database.pool);
    const events = jsonEvents(20);
    let written = 0;
    const begin = performance.now();
    // Each event is written only when the one before it has been seen: polling would take a second for each.
    await collectFollowed(store, { streamPrefixes: [prefix] }, ({ length }, { caughtUp }) => {
      const next = events[written];
      if (caughtUp && next && length === written)
        void other.append(`${prefix}${written++}`, 'no-stream', [next]);
      return length === events.length;
    });
    expect(performance.now() - begin).toBeLessThan(15_000);
    await other.close();
  });

  it('gives what several processes write at once in one order without a gap', async () => {
    const others = Array.from({ length: 3 }, () => new PostgresEventStore(database.pool));
    const after = await store.lastPosition();
    const following = collectFollowed(
      store,
      { after, streamPrefixes: [prefix], maxBatch: 5 },
      ({ length }) => length === 300,
    );
    const written = others.map(async (other, writer) => {
      for (let n = 0; n < 100; n += 2)
        await other.append(`${prefix}${writer}`, n === 0 ? 'no-stream' : n - 1, jsonEvents(2));
    });
    await Promise.all(written);
    const { events } = await following;
    const first = (after?.commit ?? 0n) + 1n;
    expect(events.map(({ position }) => position)).toEqual(
      events.map((_, n) => positionAt(first + BigInt(n))),
    );
    await Promise.all(others.map((other) => other.close()));
  });

  it('follows on after all its connections were lost', async () => {
    const name = `lost-${randomUUID()}`;
    const pool = new Pool({ connectionString: database.url, application_name: name });
    pool.on('error', () => {});
    const follower = new PostgresEventStore(pool);
    const events = jsonEvents(2);
    const loseConnections = () =>
      database.pool.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
        [name],
      );
    const { events: seen } = await collectFollowed(
      follower,
      { streamPrefixes: [prefix] },
      ({ length }, { caughtUp }) => {
        const next = events.slice(length, length + 1);
        if (caughtUp && next.length === 1) {
          void loseConnections().then(() =>
            store.append(stream, length === 0 ? 'no-stream' : length - 1, next),
          );
        }
        return length === events.length;
      },
    );
    expect(idsOf(seen)).toEqual(idsOf(events));
    await follower.close();
    await pool.end();
  });

  it('shows analysts the JSON of its events', async () => {
    const odd: NewEvent = { ...jsonEvent(), data: Buffer.from([0xff, 0x7b]) };
    const binary: NewEvent = { ...jsonEvent(), contentType: 'application/octet-stream' };
    await store.append(stream, 'no-stream', [jsonEvent({ total: 5 }, { user: 'ada' }), odd, binary]);
    const { rows } = await database.pool.query(
      'select revision::int, data, metadata from events_json where stream = $1 order by position',
      [stream],
    );
    expect(rows).toEqual([
      { revision: 0, data: { total: 5 }, metadata: { user: 'ada' } },
      { revision: 1, data: null, metadata: {} },
    ]);
  });

  describe('without a database', () => {
    let pool: Pool;
    let alone: PostgresEventStore;
    beforeEach(async () => {
      pool = new Pool({ host: '127.0.0.1', port: await closedPort(), connectionTimeoutMillis: 2_000 });
      alone = new PostgresEventStore(pool);
    });
    afterEach(async () => {
      await alone.close();
      await pool.end();
    });

    it.each<[string, () => Promise<unknown>]>([
      ['append', () => alone.append('s', 'no-stream', [jsonEvent()])],
      ['readStream', () => collect(alone.readStream('s'))],
      ['readAll', () => collect(alone.readAll())],
      ['lastPosition', () => alone.lastPosition()],
    ])('%s says that it is unavailable, and why', async (_, use) => {
      const failure = await use().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(EventStoreUnavailable);
      expect(failure).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    });

    it('ends a subscription that waits for it', async () => {
      const stop = new AbortController();
      const ended = collect(alone.subscribe({ streamPrefixes: ['s'], signal: stop.signal }));
      setImmediate(() => stop.abort());
      expect(await ended).toEqual([]);
    });
  });

  it('takes nothing after it was closed, and ends its subscriptions', async () => {
    const closing = new PostgresEventStore(database.pool);
    const { signal } = new AbortController();
    for await (const { caughtUp } of closing.subscribe({ streamPrefixes: [prefix], signal })) {
      if (caughtUp) setImmediate(() => void closing.close());
    }
    await expect(closing.append(stream, 'no-stream', [jsonEvent()])).rejects.toBeInstanceOf(
      EventStoreUnavailable,
    );
  });
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
