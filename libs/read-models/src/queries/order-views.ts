import { type Pool } from 'pg';
import { type OrderView } from '../views/order-view.js';
import { readRows } from './read-rows.js';

/** What the pages of some orders show, by the order's id; those that are not there are left out. */
export async function orderViews(
  pool: Pool,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, OrderView>> {
  const text = 'select order_id as "orderId", view from order_details where order_id = any($1)';
  const rows = await readRows<{ orderId: string; view: OrderView }>(pool, text, [orderIds]);
  return new Map(rows.map(({ orderId, view }) => [orderId, view]));
}
