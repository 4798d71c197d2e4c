import { moved } from '../cases/case-life.js';
import { count, type Evolution, uncount } from '../evolution.js';
import { type Order, type ReturnCase } from '../order.js';
import { type ReturnsEvent } from './events.js';
import { returnLife } from './return-life.js';

type LaterEvent = Exclude<ReturnsEvent, { type: 'ReturnRequested' }>;

export const returnsEvolution: Evolution<ReturnsEvent> = {
  ReturnRequested: (order, { at, data: { returnId, units } }) => ({
    ...count(order, units, 'returnRequested'),
    returns: [...order.returns, { returnId, units, state: 'requested', since: at }],
  }),
  ReturnApproved: (order, event) => next(order, event),
  ReturnRejected: (order, event) => givenUp(order, event),
  PartialRefundOffered: (order, event) => next(order, event, { offered: event.data.amount }),
  PartialRefundAccepted: (order, event) => {
    const accepted = next(order, event);
    return { ...accepted, allowances: accepted.allowances + event.data.amount };
  },
  PartialRefundDeclined: (order, event) => next(order, event),
  ReturnWithdrawn: (order, event) => givenUp(order, event),
  ReturnShipped: (order, event) => next(order, event),
  ReturnScanned: (order, event) => {
    const { scans } = returnOf(order, event.data.returnId);
    return next(order, event, { scans: [...(scans ?? []), scanKey(event.data)] });
  },
  ReturnReceived: (order, event) =>
    count(next(order, event), returnOf(order, event.data.returnId).units, 'returned'),
  ReturnReceiptRefused: (order, event) => givenUp(order, event),
  ReturnClosed: (order, event) =>
    event.data.outcome === 'expired' ? givenUp(order, event) : next(order, event),
};

/** The same scan has the same key, however often it comes. */
export const scanKey = ({ code, scannedAt }: { readonly code: string; readonly scannedAt: string }): string =>
  `${scannedAt} ${code}`;

/** The return in the state that the event leads to. */
const next = (order: Order, event: LaterEvent, more: Partial<ReturnCase> = {}): Order => ({
  ...order,
  returns: order.returns.map((known) =>
    known.returnId === event.data.returnId ? { ...moved(returnLife, known, event), ...more } : known,
  ),
});

/** The end of a return without money: its units may be asked for again. */
const givenUp = (order: Order, event: LaterEvent): Order =>
  uncount(next(order, event), returnOf(order, event.data.returnId).units, 'returnRequested');

function returnOf(order: Order, returnId: string): ReturnCase {
  const found = order.returns.find((known) => known.returnId === returnId);
  if (found === undefined) throw new Error(`Order ${order.orderId} has no return ${returnId}.`);
  return found;
}
