import { outstanding } from './amounts.js';
import { sum } from './money.js';
import { type LineState, type Order } from './order.js';
import { live, needsShipping } from './quantities.js';

export const orderStatuses = [
  'AwaitingPayment',
  'OnHold',
  'AwaitingConfirmation',
  'Confirmed',
  'ShipmentArranged',
  'PartiallyShipped',
  'InTransit',
  'Delivered',
  'Completed',
  'Cancelled',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** The one word for an order, derived from its units, its money and its marks: it is never set. */
export function statusOf(order: Order): OrderStatus {
  const count = (units: (line: LineState) => number): number =>
    order.lines.reduce((total, line) => total + units(line), 0);
  const gone = lost(order);
  const toReach = count(live) - gone;
  const shipped = count((line) => line.shipped);

  if (toReach === 0) return 'Cancelled';
  if (order.completedAt !== undefined) return 'Completed';
  if (count((line) => line.delivered) === toReach) return 'Delivered';
  if (shipped - gone === toReach) return 'InTransit';
  if (count((line) => (needsShipping(line) ? line.shipped : 0)) > 0) return 'PartiallyShipped';
  if (order.packages.length > 0) return 'ShipmentArranged';
  if (order.confirmedAt !== undefined) return 'Confirmed';
  if (outstanding(order) > 0 && order.cashOnDelivery === undefined) return 'AwaitingPayment';
  return onHold(order) ? 'OnHold' : 'AwaitingConfirmation';
}

/** Units that nobody waits for any more, because their package was given up; it changes nothing if it comes after all. */
const lost = (order: Order): number =>
  sum(
    order.packages
      .filter((parcel) => parcel.lostAt !== undefined)
      .flatMap((parcel) => parcel.units.map(({ quantity }) => quantity)),
  );

const onHold = (order: Order): boolean => order.policy.holdMinutes > 0 && !order.holdReleased;
