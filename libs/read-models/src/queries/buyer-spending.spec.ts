import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { type OrderCommand } from '@app/ordering';
import { cancel, create, given, pay } from '@app/ordering/testing';
import { appendTo } from '../testing/entries.js';
import { project } from '../testing/projected.js';
import { buyerSpending } from './buyer-spending.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const eventStore = new PostgresEventStore(database.pool);
  const place = (orderId: string, at: string, currency = 'EUR', steps: readonly OrderCommand[] = []) => {
    const commands = [create({ orderId, currency }), ...steps].map((step) => [step, { at }] as const);
    return appendTo(eventStore, orderId, given(...commands).events);
  };
  await place('unpaid', '2026-01-31T23:59:59.999Z');
  await place('paid', '2026-01-01T00:00:00.000Z', 'EUR', [pay()]);
  await place('given-back', '2026-01-15T12:00:00.000Z', 'EUR', [pay(), cancel()]);
  await place('dollars', '2026-01-15T12:00:00.000Z', 'USD', [pay({ currency: 'USD' })]);
  await place('february', '2026-02-01T00:00:00.000Z', 'EUR', [pay()]);
  await project(database.pool, eventStore);
  await eventStore.close();
});
afterAll(() => database.drop());

it("sums a buyer's orders up by month and currency, the newest month first", async () => {
  expect(await buyerSpending(database.pool, 'b-1')).toEqual([
    { month: '2026-02', currency: 'EUR', orders: 1, paid: 9600, refunded: 0 },
    { month: '2026-01', currency: 'EUR', orders: 3, paid: 19_200, refunded: 9600 },
    { month: '2026-01', currency: 'USD', orders: 1, paid: 9600, refunded: 0 },
  ]);
  expect(await buyerSpending(database.pool, 'nobody')).toEqual([]);
});
