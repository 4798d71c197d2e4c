import { type Pool } from 'pg';
import { type Currency, type MinorUnits, type OrderStatus, orderStatuses } from '@app/ordering';
import { readRows } from './read-rows.js';

/** How many orders have each status, over all buyers and sellers. */
export async function countByStatus(pool: Pool): Promise<Readonly<Record<OrderStatus, number>>> {
  const text = 'select status, count(*) as orders from buyer_orders group by status';
  const rows = await readRows<{ status: OrderStatus; orders: number }>(pool, text, []);
  const found = new Map(rows.map(({ status, orders }) => [status, orders]));
  const entries = orderStatuses.map((status) => [status, found.get(status) ?? 0]);
  return Object.fromEntries(entries) as Record<OrderStatus, number>;
}

/** What all buyers together have paid, by currency; refunds are not taken off. */
export async function capturedTotal(pool: Pool): Promise<Readonly<Record<Currency, MinorUnits>>> {
  const text = 'select currency, sum(captured)::bigint as captured from buyer_orders group by currency';
  const rows = await readRows<{ currency: Currency; captured: MinorUnits }>(pool, text, []);
  return Object.fromEntries(rows.map(({ currency, captured }) => [currency, captured]));
}
