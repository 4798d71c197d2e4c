import { no, type Rule, to } from '../command-rules.js';
import { type Order } from '../order.js';
import { live } from '../quantities.js';
import { type Refusal, refuse } from '../refusal.js';
import { type OrderStatus } from '../status.js';
import { after, day as oneDay } from '../timers.js';
import { isAwaited } from './lost-packages.js';

/** An estimate can change from the seller's confirmation until everything has arrived. */
export const untilDelivered: Readonly<Record<OrderStatus, Rule>> = {
  AwaitingPayment: no('order-not-paid'),
  OnHold: no('order-on-hold'),
  AwaitingConfirmation: no('order-not-confirmed'),
  Confirmed: to('Confirmed'),
  ShipmentArranged: to('ShipmentArranged'),
  PartiallyShipped: to('PartiallyShipped'),
  InTransit: to('InTransit'),
  Delivered: no('order-already-delivered'),
  Completed: no('order-already-delivered'),
  Cancelled: no('order-cancelled'),
};

/** What an estimate is about, and the day (YYYY-MM-DD) that it names. */
interface Estimate {
  readonly packageId?: string;
  readonly newEstimate: string;
}

/** Whether the order waits for what the estimate is about, and the day can still come. */
export function checkEstimate(
  order: Order,
  { packageId, newEstimate }: Estimate,
  at: string,
): Refusal | undefined {
  const parcel = order.packages.find((candidate) => candidate.packageId === packageId);
  if (packageId !== undefined && parcel === undefined)
    return refuse('unknown-package', { packageId }, '/packageId');
  if (parcel?.deliveredAt !== undefined)
    return refuse('package-already-delivered', { packageId: parcel.packageId }, '/packageId');
  return checkDay(newEstimate, at, '/newEstimate');
}

/** Whether the day (YYYY-MM-DD) can still come. Where it begins last, it is still yesterday for half a day. */
export const checkDay = (day: string, at: string, pointer: string): Refusal | undefined =>
  day < after(at, -oneDay / 2).slice(0, 10)
    ? refuse('estimate-in-past', { day: { day } }, pointer)
    : undefined;

/** The day by which the package, or without it all that has not arrived, is expected; undefined where none was named. */
export const estimateOf = (order: Order, packageId?: string): string | undefined =>
  packageId === undefined
    ? expectedBy(order)
    : order.packages.find((parcel) => parcel.packageId === packageId)?.estimatedDelivery;

/** The day (YYYY-MM-DD) by which all that has not arrived yet is expected: the latest of its estimates. */
export function expectedBy(order: Order): string | undefined {
  const underway = order.packages.filter(isAwaited);
  const toPack = order.lines.some((line) => live(line) > line.arranged);
  return [...underway.map((parcel) => parcel.estimatedDelivery), toPack ? order.estimatedDelivery : undefined]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}
