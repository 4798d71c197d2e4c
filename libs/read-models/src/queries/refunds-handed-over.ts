import { type Pool } from 'pg';
import { type Currency } from '@app/ordering';
import { type RefundView } from '../views/case-views.js';
import { type OrderView } from '../views/order-view.js';
import { readRows } from './read-rows.js';

/** A refund that failed too often, and whose it is. */
export interface HandedOverRefund extends RefundView {
  readonly orderId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly currency: Currency;
}

/** The refunds that wait for a person, the longest waiting first. */
export async function refundsHandedOver(pool: Pool): Promise<HandedOverRefund[]> {
  const rows = await readRows<{ view: OrderView }>(
    pool,
    `select view from order_details
     where order_id in (select order_id from order_timeline where type = 'RefundHandedOver')`,
    [],
  );
  return rows.flatMap(({ view }) => waiting(view)).sort((a, b) => a.since.localeCompare(b.since));
}

function waiting({ order, refunds }: OrderView): HandedOverRefund[] {
  const { orderId, buyerId, sellerId, currency } = order;
  return refunds
    .filter(({ state }) => state === 'handed-over')
    .map((refund) => ({ orderId, buyerId, sellerId, currency, ...refund }));
}
