import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { create, deliver, given, pay, postMessage, review, ship } from '@app/ordering/testing';
import { appendTo } from '../testing/entries.js';
import { differences, project } from '../testing/projected.js';

let database: TestDatabase;
let eventStore: PostgresEventStore;
beforeAll(async () => {
  database = await testDatabase();
  eventStore = new PostgresEventStore(database.pool);
  for (const orderId of ['o-1', 'o-2', 'o-3'])
    await appendTo(eventStore, orderId, given(create({ orderId }), pay()).events);
  const completed = [pay(), { type: 'confirm' }, ship(), deliver(), { type: 'confirm-receipt' }] as const;
  const reviewed = given(
    create({ orderId: 'o-5' }),
    ...completed,
    postMessage(),
    review({ text: 'Lovely.' }),
  );
  await appendTo(eventStore, 'o-5', reviewed.events);
  await project(database.pool, eventStore);
});
afterAll(async () => {
  await eventStore.close();
  await database.drop();
});

/** The differences while a change stands, which is taken back afterwards. */
async function differencesAfter(table: string, change: string) {
  const { pool } = database;
  await pool.query(`create table kept as table ${table}`);
  await pool.query(change);
  const found = await differences(pool, eventStore);
  await pool.query(`truncate ${table}; insert into ${table} table kept; drop table kept`);
  expect(await differences(pool, eventStore)).toEqual([]);
  return found;
}

describe('verifyReadModels', () => {
  it.each([
    ['order_details', `update order_details set view = '{}' where order_id = 'o-2'`, 'view', {}],
    ['order_details', `update order_details set revision = 5 where order_id = 'o-2'`, 'revision', 5],
    ['buyer_orders', `update buyer_orders set tab = 'unpaid' where order_id = 'o-2'`, 'tab', 'unpaid'],
    ['seller_orders', `update seller_orders set captured = 1 where order_id = 'o-2'`, 'captured', 1],
    ['seller_search', `update seller_search set terms = 'x' where order_id = 'o-2'`, 'terms', "'x'"],
    [
      'deadlines',
      `update deadlines set due_at = '2026-01-01' where order_id = 'o-2'`,
      'due_at',
      '2026-01-01T00:00:00+00:00',
    ],
  ])('names the column of %s that is not as the log has it: %s', async (table, change, column, found) => {
    expect(await differencesAfter(table, change)).toEqual([
      {
        table,
        key: expect.objectContaining({ order_id: 'o-2' }),
        column,
        expected: expect.anything(),
        found,
      },
    ]);
  });

  it.each(['order_details', 'buyer_orders', 'seller_orders', 'seller_search'])(
    'finds a row that is missing in %s',
    async (table) => {
      const found = await differencesAfter(table, `delete from ${table} where order_id = 'o-2'`);
      const missing = { key: { order_id: 'o-2' }, column: '*', expected: expect.anything(), found: null };
      expect(found).toContainEqual({ table, ...missing });
    },
  );

  it.each([
    'order_details',
    'order_timeline',
    'buyer_orders',
    'seller_orders',
    'seller_search',
    'deadlines',
    'order_messages',
    'seller_reviews',
  ])('finds a row of %s that no event accounts for', async (table) => {
    const change = `insert into ${table} select (jsonb_populate_record(r, '{"order_id": "o-x"}')).* from ${table} r limit 1`;
    const extra = { column: '*', expected: null, found: expect.objectContaining({ order_id: 'o-x' }) };
    expect(await differencesAfter(table, change)).toContainEqual(
      expect.objectContaining({ table, ...extra }),
    );
  });

  it('finds a message and a review that are not what was written', async () => {
    expect(await differencesAfter('order_messages', `update order_messages set text = 'x'`)).toMatchObject([
      { table: 'order_messages', key: { order_id: 'o-5' }, column: 'text', found: 'x' },
    ]);
    expect(await differencesAfter('order_messages', 'delete from order_messages')).toHaveLength(1);
    expect(await differencesAfter('seller_reviews', `update seller_reviews set text = null`)).toMatchObject([
      { table: 'seller_reviews', key: { order_id: 'o-5' }, column: 'text', expected: 'Lovely.' },
    ]);
  });

  it('finds a seller whose rating is not what the reviews say', async () => {
    const key = { seller_id: 's-1', score: 4 };
    expect(await differencesAfter('seller_ratings', 'update seller_ratings set reviews = 9')).toEqual([
      { table: 'seller_ratings', key, column: 'reviews', expected: 1, found: 9 },
    ]);
    expect(await differencesAfter('seller_ratings', 'delete from seller_ratings')).toMatchObject([
      { key, expected: 1, found: 0 },
    ]);
  });

  it('finds an event that is missing in the timeline', async () => {
    const change = `delete from order_timeline where order_id = 'o-3' and revision = 1`;
    expect(await differencesAfter('order_timeline', change)).toMatchObject([
      { table: 'order_timeline', key: { order_id: 'o-3', revision: 1 }, column: '*', found: null },
    ]);
  });

  it('finds a seller whose orders are counted wrong', async () => {
    const change = `update seller_counts set orders = orders - 1 where tab = 'new'`;
    expect(await differencesAfter('seller_counts', change)).toEqual([
      {
        table: 'seller_counts',
        key: { seller_id: 's-1', tab: 'new' },
        column: 'orders',
        expected: 3,
        found: 2,
      },
    ]);
  });

  it('looks no further than the projector has come', async () => {
    await appendTo(eventStore, 'o-4', given(create({ orderId: 'o-4' })).events);
    await appendTo(eventStore, 'o-1', given(create(), pay(), { type: 'confirm' }).events.slice(2), 2);
    expect(await differences(database.pool, eventStore)).toEqual([]);
    await project(database.pool, eventStore);
    expect(await differences(database.pool, eventStore)).toEqual([]);
  });
});
