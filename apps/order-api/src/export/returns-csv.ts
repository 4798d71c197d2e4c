import { type Units } from '@app/ordering';
import { type RefundView, type ReturnView } from '@app/read-models';
import { amount } from './amount-columns.js';
import { type CsvTable } from './csv-table.js';
import { type OrderRow } from './orders-csv.js';

/** What of one line comes back with one return. */
export interface ReturnRow extends OrderRow {
  readonly back: ReturnView;
  readonly units: Units;
}

/** Every return of the order, a row for each of its lines. */
export const returnRows = ({ order, view }: OrderRow): ReturnRow[] =>
  view.returns.flatMap((back) =>
    back.units.map((units) => {
      const line = view.lines.find(({ lineId }) => lineId === units.lineId);
      return { order, view, line, back, units };
    }),
  );

export const returnsCsv: CsvTable<ReturnRow> = {
  columns: {
    order_id: ({ order }) => order.orderId,
    return_id: ({ back }) => back.returnId,
    state: ({ back }) => back.state,
    since: ({ back }) => back.since,
    requested_at: ({ back }) => back.requestedAt,
    reason: ({ back }) => back.reason,
    note: ({ back }) => back.note,
    answer: ({ back }) => back.answer,
    buyer_id: ({ order }) => order.buyerId,
    line_id: ({ units }) => units.lineId,
    product_id: ({ line }) => line?.productId,
    title: ({ line }) => line?.title,
    variant: ({ line }) => line?.variant,
    quantity: ({ units }) => units.quantity,
    carrier: ({ back }) => back.carrier,
    tracking_number: ({ back }) => back.trackingNumber,
    currency: ({ order }) => order.currency,
    ...amount('offered', ({ back }) => back.offered),
    ...amount('refunded', (row) => refundsOf(row).reduce((total, refund) => total + refund.amount, 0)),
    refund_states: (row) =>
      refundsOf(row)
        .map(({ state }) => state)
        .join('; '),
  },
  digits: ['order_id', 'return_id', 'buyer_id', 'line_id', 'product_id', 'variant', 'tracking_number'],
};

const refundsOf = ({ view, back }: ReturnRow): RefundView[] =>
  view.refunds.filter(({ returnId }) => returnId === back.returnId);
