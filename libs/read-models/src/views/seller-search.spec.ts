import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { create, given, pay, time } from '@app/ordering/testing';
import { writing } from '../tables/table.js';
import { sellerOrders, sellerSearch } from '../tables/tables.js';
import { entriesOf, viewOf } from '../testing/entries.js';
import { listRows } from './list-row.js';
import { sellerSearchRow, weekOf } from './seller-search.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it('numbers weeks in four digits, as the database does', async () => {
  const instants = ['1970-01-01T00:00:00.000Z', '2026-01-07T23:59:59.999Z', '2026-01-08T00:00:00.000Z'];
  const { rows } = await database.pool.query(
    `select lpad(floor(extract(epoch from at) / 604800)::text, 4, '0') as week from unnest($1::timestamptz[]) at`,
    [instants],
  );
  expect(instants.map(weekOf)).toEqual(rows.map(({ week }) => week));
  expect(instants.map(weekOf)).toEqual(['0000', '2922', '2923']);
});

it('gives weeks to the terms of orders that were there before they had any', async () => {
  const { seller } = listRows(viewOf(entriesOf(given(create(), pay()).events)).view);
  const rows = [1, 20, 300, 4_000].map((days) => ({
    ...seller!,
    orderId: `o-${days}`,
    placedAt: time(24 * days),
  }));
  await database.pool.query(writing(sellerOrders, rows));
  await database.pool.query(writing(sellerSearch, rows.map(sellerSearchRow)));
  const terms = async () => (await database.pool.query('select * from seller_search order by order_id')).rows;
  const wanted = await terms();
  await database.pool.query(`update seller_search set terms = array_to_tsvector(array(
    select left(term, 8) || substr(term, 13) from unnest(tsvector_to_array(terms)) as term))`);
  expect(await terms()).not.toEqual(wanted);
  const migration = new URL('../../migrations/304_search_by_week.sql', import.meta.url);
  await database.pool.query(await readFile(migration, 'utf8'));
  expect(await terms()).toEqual(wanted);
});
