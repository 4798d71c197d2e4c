import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { create, given, pay } from '@app/ordering/testing';
import { appendTo } from '../testing/entries.js';
import { project } from '../testing/projected.js';
import { waitUntilProjected } from './wait-until-projected.js';

let database: TestDatabase;
let eventStore: PostgresEventStore;
beforeAll(async () => {
  database = await testDatabase();
  eventStore = new PostgresEventStore(database.pool);
});
afterAll(async () => {
  await eventStore.close();
  await database.drop();
});

it('waits until the order is projected up to a revision, and no longer than it may', async () => {
  const wait = (revision: number, ms: number) => waitUntilProjected(database.pool, 'o-1', revision, ms);
  await appendTo(eventStore, 'o-1', given(create(), pay()).events);
  expect(await wait(1, 0)).toBe(false);
  const waiting = wait(1, 30_000);
  await project(database.pool, eventStore);
  expect(await waiting).toBe(true);
  expect(await wait(0, 0)).toBe(true);
  expect(await wait(2, 10)).toBe(false);
});
