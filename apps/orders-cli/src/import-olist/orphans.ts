import { sum } from '@app/ordering';
import { type Anomaly } from './anomaly.js';
import { brl } from './brl.js';
import { type OlistData } from './read-olist.js';

/** Rows that name an order which orders.csv does not have. */
export function orphans({ orders, items, payments }: OlistData): Anomaly[] {
  const known = new Set(orders.map((order) => order.orderId));
  const unknown = (ids: Iterable<string>) => [...ids].filter((id) => !known.has(id));
  return [
    ...unknown(items.keys()).map((checkoutId): Anomaly => {
      const reason = `${items.get(checkoutId)!.length} rows of order_items.csv, not in orders.csv`;
      return { kind: 'items-without-order', checkoutId, orderIds: [], reason };
    }),
    ...unknown(payments.keys()).map((checkoutId): Anomaly => {
      const amount = sum(payments.get(checkoutId)!.map((payment) => payment.amount));
      const reason = `payments of ${brl(amount)}, not in orders.csv`;
      return { kind: 'payments-without-order', checkoutId, orderIds: [], reason, notCaptured: amount };
    }),
  ];
}
