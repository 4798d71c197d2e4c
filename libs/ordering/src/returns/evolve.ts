import { withCaseMoved } from '../cases/case-life.js';
import { type Evolution, withFewer, withGivenUp, withMore } from '../evolution.js';
import { type Order, type ReturnCase } from '../order.js';
import { faultIn } from '../reasons.js';
import { type ReturnsEvent } from './events.js';
import { returnLife } from './return-life.js';

type LaterEvent = Exclude<ReturnsEvent, { type: 'ReturnRequested' }>;

export const returnsEvolution: Evolution<ReturnsEvent> = {
  ReturnRequested: (order, { at, data }) => {
    const { returnId, units, wayBackPaidBy } = data;
    const fault = faultIn('return', data);
    const requested = { returnId, units, fault, wayBackPaidBy, state: 'requested', since: at } as const;
    return { ...withMore(order, units, 'returnRequested'), returns: [...order.returns, requested] };
  },
  ReturnApproved: (order, event) => withReturnMoved(order, event),
  ReturnRejected: (order, event) => withReturnGivenUp(order, event),
  PartialRefundOffered: (order, event) => withReturnMoved(order, event, { offered: event.data.amount }),
  PartialRefundAccepted: (order, event) => {
    const accepted = withReturnMoved(order, event);
    return { ...accepted, allowances: accepted.allowances + event.data.amount };
  },
  PartialRefundDeclined: (order, event) => withReturnMoved(order, event),
  ReturnWithdrawn: (order, event) => withReturnGivenUp(order, event),
  ReturnShipped: (order, event) => {
    const { carrier, trackingNumber } = event.data;
    return withReturnMoved(order, event, { sentWith: { carrier, trackingNumber } });
  },
  ReturnScanned: (order, event) => {
    const { scans } = returnOf(order, event.data.returnId);
    return withReturnMoved(order, event, { scans: [...(scans ?? []), scanKey(event.data)] });
  },
  ReturnUndelivered: (order, event) => withReturnMoved(order, event, { sentWith: undefined }),
  ReturnLost: withReturned,
  ReturnReceived: withReturned,
  ReturnReceiptRefused: (order, event) => withReturnGivenUp(order, event),
  ReturnClosed: (order, event) =>
    event.data.outcome === 'expired' ? withReturnGivenUp(order, event) : withReturnMoved(order, event),
};

/** The same scan has the same key, however often it comes. */
export const scanKey = ({ code, scannedAt }: { readonly code: string; readonly scannedAt: string }): string =>
  `${scannedAt} ${code}`;

/** The return in the state that the event leads to. */
const withReturnMoved = (order: Order, event: LaterEvent, more: Partial<ReturnCase> = {}): Order => ({
  ...order,
  returns: order.returns.map((known) =>
    known.returnId === event.data.returnId ? { ...withCaseMoved(returnLife, known, event), ...more } : known,
  ),
});

/** The units are not the buyer's any more. */
function withReturned(order: Order, event: LaterEvent): Order {
  const { units, fault } = returnOf(order, event.data.returnId);
  return withGivenUp(withReturnMoved(order, event), units, 'returned', fault);
}

/** The end of a return without money: its units may be asked for again. */
const withReturnGivenUp = (order: Order, event: LaterEvent): Order =>
  withFewer(withReturnMoved(order, event), returnOf(order, event.data.returnId).units, 'returnRequested');

function returnOf(order: Order, returnId: string): ReturnCase {
  const found = order.returns.find((known) => known.returnId === returnId);
  if (found === undefined) throw new Error(`Order ${order.orderId} has no return ${returnId}.`);
  return found;
}
