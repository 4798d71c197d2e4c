import { due } from '../amounts.js';
import { type MinorUnits } from '../money.js';
import { type OpenChange, type Order } from '../order.js';
import { statusOf } from '../status.js';
import {
  fits,
  linesWith,
  lineTermsOf,
  priceDifference,
  unpaidDifference,
  withShippingFee,
} from './changed-lines.js';
import { type ChangesEvent, type Rejection } from './events.js';

/** The change made, on the order as it is now. */
export function changeAppliedEvent(order: Order, change: OpenChange, at: string): ChangesEvent {
  const { changeId } = change;
  if (change.kind === 'address') {
    const { after, shippingFee } = change;
    const data = { changeId, before: order.shippingAddress, after, ...shippingPrice(order, shippingFee) };
    return { type: 'AddressChangeApplied', at, data };
  }
  const { after, added, discounts, fees } = change;
  const changing = linesWith(order, change).filter((line) =>
    after.some(({ lineId }) => lineId === line.lineId),
  );
  return {
    type: 'LinesChangeApplied',
    at,
    data: {
      changeId,
      before: changing.map(lineTermsOf),
      after,
      added,
      discounts,
      fees,
      priceDifference: priceDifference(order, change),
      currency: order.currency,
    },
  };
}

/** What the order costs with this price of shipping; nothing where it stays. */
export function shippingPrice(order: Order, shippingFee: MinorUnits | undefined) {
  if (shippingFee === undefined || shippingFee === order.shippingFee) return {};
  const priceDifference = due(withShippingFee(order, shippingFee)) - due(order);
  return { shippingFee, priceDifference, currency: order.currency };
}

export const changeRejectedEvent = (
  { kind, changeId }: OpenChange,
  at: string,
  why: Omit<Rejection, 'changeId'>,
): ChangesEvent => ({
  type: kind === 'address' ? 'AddressChangeRejected' : 'LinesChangeRejected',
  at,
  data: { changeId, ...why },
});

/** What becomes of open changes by itself: one that is paid is made, one whose goods were cancelled is turned down. */
export const changeEndedEvents = (order: Order, at: string): ChangesEvent[] =>
  order.openChanges.flatMap((change) => {
    if (isMoot(order, change)) return [changeRejectedEvent(change, at, { reason: 'cancelled' })];
    return change.kind === 'lines' && change.approved && unpaidDifference(order, change) === 0
      ? [changeAppliedEvent(order, change, at)]
      : [];
  });

const isMoot = (order: Order, change: OpenChange): boolean =>
  statusOf(order) === 'Cancelled' ||
  (change.kind === 'lines' &&
    change.after.some(({ lineId, quantity }) =>
      order.lines.some((line) => line.lineId === lineId && !fits(order, line, quantity)),
    ));
