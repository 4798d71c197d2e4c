import { type Pool } from 'pg';
import { type OrderView } from '../views/order-view.js';
import { type Cursor, writeCursor } from './cursor.js';
import { readRows } from './read-rows.js';

/** A page of orders with cases that wait. */
export interface WaitingPage {
  readonly orders: readonly OrderView[];
  /** Leads to the next page; missing on the last one. */
  readonly next?: string;
}

interface WaitingQuery {
  /** Only what comes behind it: the `next` of the page before. */
  readonly after?: Cursor;
  /** Most orders of the page, at least 1. */
  readonly limit: number;
}

/** The orders with cases that wait for the platform, the longest waiting first. */
export async function listWaitingOrders(pool: Pool, { after, limit }: WaitingQuery): Promise<WaitingPage> {
  const place = after ?? { at: '-infinity', orderId: '' };
  const rows = await readRows<{ view: OrderView; since: string }>(
    pool,
    `select view, waits_for_platform_since as since from order_details
     where waits_for_platform_since is not null and (waits_for_platform_since, order_id) > ($1, $2)
     order by waits_for_platform_since, order_id limit $3`,
    [place.at, place.orderId, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    orders: shown.map(({ view }) => view),
    next:
      rows.length > limit && last !== undefined
        ? writeCursor({ at: last.since, orderId: last.view.order.orderId })
        : undefined,
  };
}
