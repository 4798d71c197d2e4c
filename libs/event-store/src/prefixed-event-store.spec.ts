import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from './postgres/postgres-event-store.js';
import { PrefixedEventStore } from './prefixed-event-store.js';
import { describeEventStore } from './testing/event-store.contract.js';
import { collect, collectFollowed, idsOf, jsonEvent } from './testing/events.js';
import { operatorOf } from './testing/stream-operator.js';
import { describeSubscriptions } from './testing/subscription.contract.js';

let database: TestDatabase;
let shared: PostgresEventStore;
let one: PrefixedEventStore;
let other: PrefixedEventStore;
beforeAll(async () => {
  database = await testDatabase();
  shared = new PostgresEventStore(database.pool);
  one = new PrefixedEventStore(shared, 'one-');
  other = new PrefixedEventStore(shared, 'other-');
});
afterAll(async () => {
  await shared.close();
  await database.drop();
});

const operator = () => operatorOf(shared, 'one-');
describeEventStore('PrefixedEventStore', () => one, operator);
describeSubscriptions('PrefixedEventStore', () => one, operator);

it('keeps two systems on one log apart', async () => {
  const [first, second] = [jsonEvent(), jsonEvent()];
  await one.append('cup-1', 'no-stream', [first]);
  await other.append('cup-1', 'no-stream', [second]);
  expect(idsOf(await collect(one.readAll({ streamPrefixes: ['cup-'] })))).toEqual([first.id]);
  const { events } = await collectFollowed(other, { streamPrefixes: ['cup-'] }, ({ length }) => length === 1);
  expect(events).toMatchObject([{ id: second.id, stream: 'cup-1' }]);
  expect(await collect(shared.readStream('one-cup-1'))).toMatchObject([{ id: first.id }]);
});

it('shows the metadata of its own streams only', async () => {
  await shared.append('$$one-cup-2', 'no-stream', [jsonEvent()]);
  await shared.append('$$other-cup-2', 'no-stream', [jsonEvent()]);
  const metadata = await collect(one.readAll({ streamPrefixes: ['$$cup-'] }));
  expect(metadata.map(({ stream }) => stream)).toEqual(['$$cup-2']);
});
