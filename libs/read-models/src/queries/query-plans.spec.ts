import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type ExplainingPool,
  explainingPool,
  readOf,
  type TestDatabase,
  testDatabase,
  wasteOf,
} from '@app/database/testing';
import { listQueries } from '../testing/list-queries.js';
import { fillMarketplace, marketplaceOf } from '../testing/marketplace.js';
import { type Cursor, readCursor } from './cursor.js';
import { listSellerOrders } from './list-orders.js';

// test/engines asks the same of a million.
const marketplace = marketplaceOf(20_000);

let database: TestDatabase;
let explaining: ExplainingPool;
beforeAll(async () => {
  database = await testDatabase();
  await fillMarketplace(database.pool, marketplace.orders);
  explaining = explainingPool(database.url);
});
afterAll(async () => {
  await explaining.end();
  await database.drop();
});

it.each(listQueries)('$name: reads $index, and little more than it answers', async ({ ask, index }) => {
  const plans = await explaining.plansOf((pool) => ask(pool, marketplace, 10_000));
  expect(wasteOf(plans)).toEqual([]);
  expect(readOf(plans)).toContainEqual(expect.stringMatching(`^${index}`));
});

it('finds what is behind the newest orders, page after page', async () => {
  const found: string[] = [];
  let after: Cursor | undefined;
  do {
    const page = await listSellerOrders(database.pool, 'big', { search: 'lantern', limit: 50, after });
    found.push(...page.orders.map(({ orderId }) => orderId));
    after = page.next === undefined ? undefined : readCursor(page.next);
  } while (after !== undefined);
  const sold = Array.from({ length: 401 }, (_, index) => marketplace.orderId(4_000 - 5 * index));
  expect(found).toEqual(sold);
});
