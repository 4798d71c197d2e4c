import { type Role } from '../actor.js';
import { captured } from '../amounts.js';
import { packageCases } from '../cases/case-kinds.js';
import { freeOfCases, holds } from '../cases/case-units.js';
import { findCase } from '../cases/find-case.js';
import { type CommandRules, no, to } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { evolve } from '../evolve.js';
import { type Order, type PackageState } from '../order.js';
import { endOfTerm } from '../policy-duration.js';
import { type Refusal, refuse, roleNotAllowed } from '../refusal.js';
import { type TakeBackMark } from './commands.js';
import { type PackageMarkTakenBack } from './events.js';
import { packageLife } from './package-life.js';
import { checkOwnCourier, findPackage } from './package-on-its-way.js';

export const takeBackRules: CommandRules<TakeBackMark> = {
  roles: ['seller', 'carrier', 'platform', 'service'],
  in: {
    AwaitingPayment: no('order-not-shipped'),
    OnHold: no('order-not-shipped'),
    AwaitingConfirmation: no('order-not-shipped'),
    Confirmed: no('order-not-shipped'),
    ShipmentArranged: no('order-not-shipped'),
    PartiallyShipped: to('PartiallyShipped', 'ShipmentArranged'),
    InTransit: to('InTransit', 'PartiallyShipped', 'ShipmentArranged'),
    Delivered: to('InTransit'),
    Completed: no('order-already-completed'),
    Cancelled: no('order-cancelled'),
  },
  actsOn: ({ packages }) => packages.some(({ shippedAt, lostAt }) => shippedAt && lostAt === undefined),
  decide,
};

function decide(
  order: Order,
  { packageId, mark }: TakeBackMark,
  { at, role }: DecisionContext,
): DecisionResult {
  const parcel = findPackage(order, packageId);
  if ('code' in parcel) return parcel;
  const { state, since } = findCase(packageCases, order, packageId)!;
  // What a carrier has scanned, the carrier has.
  if (
    state !== marked[mark] ||
    parcel.lostAt !== undefined ||
    (mark === 'shipped' && parcel.scans.length > 0)
  )
    return refuse('case-in-other-state', { kind: 'package', waitsFor: packageLife[state].waitsFor }, '/mark');
  const until = endOfTerm(order.policy, 'takeBackHours', since);
  if (Date.parse(at) > Date.parse(until)) return refuse('take-back-window-over', { until: { at: until } });

  const paymentId = mark === 'delivered' ? cashOf(order) : undefined;
  const event: PackageMarkTakenBack = {
    type: 'PackageMarkTakenBack',
    at,
    data: { packageId, mark, paymentId },
  };
  return (
    checkAuthor(parcel, mark, role) ?? checkMoney(order, paymentId) ?? checkFree(order, event) ?? [event]
  );
}

const marked = { shipped: 'in-transit', delivered: 'delivered' };

/** The payment that was booked because the order had arrived. */
const cashOf = ({ payments, deliveredAt }: Order): string | undefined =>
  deliveredAt === undefined
    ? undefined
    : payments.find(({ paymentId, method }) => method === 'cash-on-delivery' && paymentId.startsWith('cash-'))
        ?.paymentId;

/** A seller hands packages over, and their carriers deliver them. */
function checkAuthor(parcel: PackageState, mark: TakeBackMark['mark'], role: Role): Refusal | undefined {
  if (mark === 'delivered') return checkOwnCourier(parcel, role);
  const others: readonly Role[] = takeBackRules.roles.filter((known) => known !== 'carrier');
  return others.includes(role) ? undefined : roleNotAllowed(others, '/mark');
}

/** Cash that has gone back to the buyer was there. */
const checkMoney = (order: Order, paymentId: string | undefined): Refusal | undefined => {
  const left = order.payments.filter((payment) => payment.paymentId !== paymentId);
  return paymentId !== undefined && captured({ ...order, payments: left }) < order.refunded
    ? refuse('cash-already-refunded')
    : undefined;
};

/** What the buyer has claimed or sends back is the buyer's; a claim that the package has not come may be open. */
function checkFree(order: Order, event: PackageMarkTakenBack): Refusal | undefined {
  const { packageId, mark } = event.data;
  const after = evolve(order, event);
  const claimed = order.claims.some(
    (claim) =>
      claim.packageId === packageId && holds(claim) && (mark === 'shipped' || claim.resolvedFor === 'buyer'),
  );
  return claimed || after.lines.some((line) => freeOfCases(after, line) < 0)
    ? refuse('units-in-another-case', {}, '/packageId')
    : undefined;
}
