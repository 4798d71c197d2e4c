import { type Pool } from 'pg';
import { type Currency, type MinorUnits } from '@app/ordering';
import { readRows } from './read-rows.js';

/** What a buyer's orders of one month came to in one currency. */
export interface MonthlySpending {
  /** YYYY-MM in UTC: when the orders were placed. */
  readonly month: string;
  readonly currency: Currency;
  readonly orders: number;
  /** What was paid for these orders until now. */
  readonly paid: MinorUnits;
  /** What of that goes back, or went back. */
  readonly refunded: MinorUnits;
}

/** A buyer's spending month by month, the newest first. It reads the buyer's own orders alone. */
export const buyerSpending = (pool: Pool, buyerId: string): Promise<MonthlySpending[]> =>
  readRows(
    pool,
    `select to_char(placed_at at time zone 'UTC', 'YYYY-MM') as month, currency, count(*) as orders,
       sum(captured)::bigint as paid, sum(refunded)::bigint as refunded
     from buyer_orders where buyer_id = $1
     group by month, currency order by month desc, currency`,
    [buyerId],
  );
