import { type Pool } from 'pg';
import { type BuyerTab, type SellerTab } from '@app/ordering';
import { selectList } from '../tables/table.js';
import { listColumns } from '../tables/tables.js';
import { type ListRow } from '../views/list-row.js';
import { wordBeginnings } from '../views/search-words.js';
import { anyWeek, sellerSearchQuery, weekOf, weekSeconds } from '../views/seller-search.js';
import { type Cursor, writeCursor } from './cursor.js';
import { readRows } from './read-rows.js';

/** Which orders of one buyer or seller are asked for; what is left out does not limit. */
export interface ListQuery<Tab extends BuyerTab | SellerTab> {
  readonly tab?: Tab;
  /** Beginnings of words (`searchWords`), all of which the order must have; what holds no word finds nothing. */
  readonly search?: string;
  /** Only these orders; capitals are not told from small letters. */
  readonly ids?: readonly string[];
  /** Placed at or after this instant (ISO 8601). */
  readonly from?: string;
  /** Placed before this instant (ISO 8601). */
  readonly to?: string;
  /** Only what comes behind it: the `next` of the page before. */
  readonly after?: Cursor;
  /** Most orders of the page, at least 1. */
  readonly limit: number;
}

export type ListedOrder<Tab extends BuyerTab | SellerTab> = Omit<ListRow<Tab>, 'words'>;

/** A part of a list, newest orders first. Orders that are placed meanwhile do not move what follows. */
export interface Page<Tab extends BuyerTab | SellerTab> {
  readonly orders: readonly ListedOrder<Tab>[];
  /** Where the next page begins; undefined on the last one. */
  readonly next?: string;
}

/** Of a seller's orders a search first reads so many: frequent words fill a page from them without the index. */
const readFirst = 500;

const newestFirst = 'order by placed_at desc, order_id desc';
const columns = selectList(Object.keys(listColumns).filter((property) => property !== 'words'));

/** A buyer's orders. A search reads through all of them: buyers have hundreds of orders, not millions. */
export async function listBuyerOrders(
  pool: Pool,
  buyerId: string,
  query: ListQuery<BuyerTab>,
): Promise<Page<BuyerTab>> {
  const { source, values, next } = wanted('buyer', buyerId, query, 'returns-and-refunds');
  const words = query.search === undefined ? [] : wordBeginnings(query.search);
  if (query.search !== undefined && words.length === 0) return { orders: [] };
  const found = `${source} and words like all(${next})`;
  return pageOf(await readOrders(pool, found, [...values, words.map(pattern)], query.limit + 1), query.limit);
}

/** A seller's orders, from the moment at which the seller sees them. */
export async function listSellerOrders(
  pool: Pool,
  sellerId: string,
  query: ListQuery<SellerTab>,
): Promise<Page<SellerTab>> {
  const { limit, search } = query;
  const { source, values, next } = wanted('seller', sellerId, query, 'cancellations-and-returns');
  if (search === undefined) return pageOf(await readOrders(pool, source, values, limit + 1), limit);
  const words = wordBeginnings(search);
  if (words.length === 0) return { orders: [] };

  const newest = `(select * from ${source} ${newestFirst} limit ${readFirst}) newest`;
  const frequent = `${newest} where words like all(${next})`;
  const orders = await readOrders<SellerTab>(pool, frequent, [...values, words.map(pattern)], limit + 1);
  const missing = limit + 1 - orders.length;
  const after = missing > 0 ? await endOfNewest(pool, source, values) : undefined;
  if (after === undefined) return pageOf(orders, limit);
  return pageOf(
    [...orders, ...(await searchBehind(pool, sellerId, { ...query, after }, words, missing))],
    limit,
  );
}

/** The last order of those that a search reads first; undefined where the list has no others. */
async function endOfNewest(
  pool: Pool,
  source: string,
  values: readonly unknown[],
): Promise<Cursor | undefined> {
  const text = `select placed_at as at, order_id as "orderId" from ${source}
    ${newestFirst} offset ${readFirst - 1} limit 1`;
  return (await readRows<Cursor>(pool, text, values))[0];
}

/** Searches by the index of words, week by week into the past, and stops when it has enough. */
function searchBehind(
  pool: Pool,
  sellerId: string,
  query: ListQuery<SellerTab> & { readonly after: Cursor },
  words: readonly string[],
  limit: number,
): Promise<ListedOrder<SellerTab>[]> {
  const { source, values } = wanted('seller', sellerId, query, 'cancellations-and-returns');
  const value = (given: unknown): string => `$${values.push(given)}`;
  const firstWeek = `(select floor(extract(epoch from placed_at) / ${weekSeconds})::integer from ${source}
    order by placed_at, order_id limit 1)`;
  const weeks = `generate_series(${value(weekOf(query.after.at))}::integer, ${firstWeek}, -1) week`;
  const terms = `replace(${value(sellerSearchQuery(sellerId, words))}, '${anyWeek}', lpad(week::text, 4, '0'))::tsquery`;
  // As an array the index's few findings are looked up one by one, whatever the planner thinks of their number.
  const found = `array(select order_id from seller_search where terms @@ ${terms})`;
  const most = value(limit);
  // Nothing but a loop over the weeks can run this, the newest first; so the inner limit cuts off what is oldest.
  const behind = `(
    select orders.* from ${weeks} cross join lateral (
      select * from ${source} and order_id = any(${found}) ${newestFirst} limit ${most}
    ) orders
    limit ${most}
  ) behind`;
  return readOrders(pool, behind, values, limit);
}

type Tab = BuyerTab | SellerTab;

/** Where to look for all but the search, the values of it, and the name of the parameter behind them. */
function wanted(
  owner: 'buyer' | 'seller',
  ownerId: string,
  { tab, ids, from, to, after }: ListQuery<Tab>,
  aftercare: Tab,
): { source: string; values: unknown[]; next: string } {
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const table = `${owner}_orders`;
  const orders =
    ids === undefined ? table : named(table, value([...ids, ...ids.map((id) => id.toLowerCase())]));
  const conditions = [`${owner}_id = ${value(ownerId)}`];
  if (tab === aftercare) conditions.push('in_aftercare');
  else if (tab !== undefined) conditions.push(`tab = ${value(tab)}`);
  if (from !== undefined) conditions.push(`placed_at >= ${value(from)}`);
  if (to !== undefined) conditions.push(`placed_at < ${value(to)}`);
  if (after !== undefined)
    conditions.push(`(placed_at, order_id) < (${value(after.at)}, ${value(after.orderId)})`);
  return {
    source: `${orders} where ${conditions.join(' and ')}`,
    values,
    next: `$${values.length + 1}`,
  };
}

/** Each is looked up; without the offset the planner may read through all orders of their owner instead. */
const named = (table: string, ids: string): string =>
  `(select * from ${table} where order_id = any(${ids}::text[]) offset 0) named`;

/** Words hold letters, their marks and digits alone, so nothing in them is special to `like`. */
const pattern = (beginning: string): string => `% ${beginning}%`;

async function readOrders<T extends Tab>(
  pool: Pool,
  source: string,
  values: readonly unknown[],
  limit: number,
): Promise<ListedOrder<T>[]> {
  const text = `select ${columns} from ${source} ${newestFirst} limit $${values.length + 1}`;
  return readRows(pool, text, [...values, limit]);
}

/** One order more than the page holds tells that there is a next one. */
export function pageOf<T extends Tab>(
  rows: readonly ListedOrder<T>[],
  limit: number,
  cursorOf: (last: ListedOrder<T>) => Cursor = ({ placedAt, orderId }) => ({ at: placedAt, orderId }),
): Page<T> {
  const orders = rows.slice(0, limit);
  const last = orders.at(-1);
  return { orders, next: rows.length > limit && last ? writeCursor(cursorOf(last)) : undefined };
}
