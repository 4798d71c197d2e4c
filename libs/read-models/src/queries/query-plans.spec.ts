import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Pool, type QueryConfig } from 'pg';
import { testDatabase, type TestDatabase } from '../../../database/src/testing/test-database.js';
import { create, given, pay, time } from '../../../ordering/src/testing/scenario.js';
import { writing } from '../tables/table.js';
import { buyerOrders, sellerOrders, sellerSearch } from '../tables/tables.js';
import { entriesOf, viewOf } from '../testing/entries.js';
import { listRows } from '../views/list-row.js';
import { sellerSearchRow } from '../views/seller-search.js';
import { countBuyerOrders, countSellerOrders } from './count-orders.js';
import { listBuyerOrders, listSellerOrders } from './list-orders.js';

const orders = 6_000;
/** Of so many buyers in turn; all orders are of one seller. */
const buyers = 60;

let database: TestDatabase;
let plans: string[] = [];
/** Explains every query before it runs it. */
let explaining: Pool;
beforeAll(async () => {
  database = await testDatabase();
  const { buyer, seller } = listRows(viewOf(entriesOf(given(create(), pay()).events)).view);
  const nth = (n: number) => ({
    orderId: `o-${n}`,
    buyerId: `b-${n % buyers}`,
    placedAt: time(n),
    inAftercare: n % 50 === 0,
    words: n === 5 ? ' blue shirt rarity' : ' blue shirt',
  });
  const numbers = Array.from({ length: orders }, (_, n) => n);
  const sellerRows = numbers.map((n) => ({
    ...seller!,
    ...nth(n),
    tab: n % 50 === 1 ? ('completed' as const) : seller!.tab,
  }));
  const buyerRows = numbers.map((n) => ({ ...buyer, ...nth(n) }));
  await database.pool.query(writing(buyerOrders, buyerRows));
  await database.pool.query(writing(sellerOrders, sellerRows));
  await database.pool.query(writing(sellerSearch, sellerRows.map(sellerSearchRow)));
  await database.pool.query('vacuum analyze buyer_orders, seller_orders, seller_search');
  const query = async (config: QueryConfig<unknown[]>) => {
    const plan = await database.pool.query<{ 'QUERY PLAN': string }>({
      ...config,
      text: `explain ${config.text}`,
    });
    plans.push(plan.rows.map((row) => row['QUERY PLAN']).join('\n'));
    return database.pool.query(config);
  };
  explaining = { query } as unknown as Pool;
});
afterAll(() => database.drop());

async function plansOf(work: (pool: Pool) => Promise<unknown>): Promise<string[]> {
  plans = [];
  await work(explaining);
  return plans;
}

const page = { limit: 20 };
const after = { placedAt: time(3000), orderId: 'o-3000' };

it.each<[string, (pool: Pool) => Promise<unknown>, string]>([
  ["a buyer's page", (pool) => listBuyerOrders(pool, 'b-1', page), 'buyer_orders_newest'],
  ["a buyer's later page", (pool) => listBuyerOrders(pool, 'b-1', { ...page, after }), 'buyer_orders_newest'],
  ["a seller's page", (pool) => listSellerOrders(pool, 's-1', page), 'seller_orders_newest'],
  [
    "a seller's later page",
    (pool) => listSellerOrders(pool, 's-1', { ...page, after }),
    'seller_orders_newest',
  ],
  ['a tab', (pool) => listSellerOrders(pool, 's-1', { ...page, tab: 'completed' }), 'seller_orders_by_tab'],
  [
    'the tab of returns',
    (pool) => listSellerOrders(pool, 's-1', { ...page, tab: 'cancellations-and-returns' }),
    'seller_orders_aftercare',
  ],
  [
    'frequent words',
    (pool) => listSellerOrders(pool, 's-1', { ...page, search: 'blue' }),
    'seller_orders_newest',
  ],
])('reads %s in the order of an index, without sorting', async (_, work, index) => {
  const [plan, ...others] = await plansOf(work);
  expect(others).toEqual([]);
  expect(plan).toContain(index);
  expect(plan).not.toMatch(/Seq Scan|Sort/);
});

it('finds a rare word among many orders by the index of words', async () => {
  const [newest, indexed] = await plansOf(async (pool) => {
    const { orders: found } = await listSellerOrders(pool, 's-1', { ...page, search: 'rari' });
    expect(found.map(({ orderId }) => orderId)).toEqual(['o-5']);
  });
  expect(newest).toMatch(/Limit.*rows=500/);
  expect(indexed).toContain('seller_search_terms');
  expect(`${newest}${indexed}`).not.toContain('Seq Scan');
});

it('counts tabs by an index', async () => {
  const all = await plansOf((pool) =>
    Promise.all([countBuyerOrders(pool, 'b-1'), countSellerOrders(pool, 's-1')]),
  );
  expect(all).toHaveLength(2);
  expect(all.join('\n')).not.toContain('Seq Scan on buyer_orders');
});
