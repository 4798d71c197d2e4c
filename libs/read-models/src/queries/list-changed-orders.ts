import { type Pool } from 'pg';
import { type BuyerTab, type SellerTab } from '@app/ordering';
import { selectList } from '../tables/table.js';
import { listColumns } from '../tables/tables.js';
import { type Cursor } from './cursor.js';
import { type ListedOrder, type Page, pageOf } from './list-orders.js';
import { readRows } from './read-rows.js';

/** What is asked of orders by when they last changed. */
export interface ChangedQuery {
  /** Changed at or after this instant (ISO 8601). */
  readonly since: string;
  /** Only what comes behind it: the `next` of the page before. */
  readonly after?: Cursor;
  /** Most orders of the page, at least 1. */
  readonly limit: number;
}

const columns = selectList(Object.keys(listColumns).filter((property) => property !== 'words'));

/** A seller's orders, those that changed first in front: what changes while it is read comes again on a later page. */
export const listChangedOrdersOf = (
  pool: Pool,
  sellerId: string,
  query: ChangedQuery,
): Promise<Page<SellerTab>> => changedPage(pool, 'seller_orders where seller_id = $4 and', query, [sellerId]);

/** The same of all orders. */
export const listChangedOrders = (pool: Pool, query: ChangedQuery): Promise<Page<BuyerTab>> =>
  changedPage(pool, 'buyer_orders where', query, []);

async function changedPage<Tab extends BuyerTab | SellerTab>(
  pool: Pool,
  source: string,
  { since, after, limit }: ChangedQuery,
  owner: readonly string[],
): Promise<Page<Tab>> {
  // No id is before the empty one, so that the first page begins with the instant itself.
  const place = after ?? { at: since, orderId: '' };
  const text = `select ${columns} from ${source} (changed_at, order_id) > ($1, $2)
    order by changed_at, order_id limit $3`;
  const rows = await readRows<ListedOrder<Tab>>(pool, text, [place.at, place.orderId, limit + 1, ...owner]);
  return pageOf(rows, limit, ({ changedAt, orderId }) => ({ at: changedAt, orderId }));
}
