import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type ExplainingPool,
  explainingPool,
  readOf,
  type TestDatabase,
  testDatabase,
  wasteOf,
} from '@app/database/testing';
import { listProduct, listStock } from './stock-list.js';

let database: TestDatabase;
let explaining: ExplainingPool;
beforeAll(async () => {
  database = await testDatabase();
  // A big seller among small ones; of every thousandth product there is nothing, of every second of these too little.
  await database.pool.query(
    `insert into stock select case when n % 4 = 0 then 's-' || n else 'big' end, 'p-' || n, '', 5,
       case when n % 2002 = 0 then 6 when n % 1001 = 0 then 5 else 1 end
     from generate_series(1, 50000) n`,
  );
  await database.pool.query('analyze stock');
  explaining = explainingPool(database.url);
});
afterAll(async () => {
  await explaining.end();
  await database.drop();
});

it.each([
  ['a page', { limit: 20 }, 'stock_pkey'],
  ['the page behind a product', { after: { productId: 'p-30001' }, limit: 20 }, 'stock_pkey'],
  ['what is sold out', { only: 'sold-out', limit: 20 }, 'stock_sold_out'],
  ['what is short', { only: 'short', limit: 20 }, 'stock_sold_out'],
] as const)('%s is read from an index, and little more', async (_what, options, index) => {
  const plans = await explaining.plansOf((pool) => listStock(pool, 'big', options));
  expect(wasteOf(plans)).toEqual([]);
  expect(readOf(plans)).toEqual([index]);
});

it('one product is found by its key', async () => {
  const plans = await explaining.plansOf((pool) => listProduct(pool, 'big', 'p-30001'));
  expect(readOf(plans)).toEqual(['stock_pkey']);
});
