import { type CommandRules, no, to } from '../command-rules.js';
import { type DecisionContext } from '../decide/decision.js';
import { goesOnAt } from '../fulfilment/reaches-seller-at.js';
import { type MinorUnits } from '../money.js';
import { type ChangeKind, type OpenChange, type Order } from '../order.js';
import { type Refusal, refuse } from '../refusal.js';
import { statusOf } from '../status.js';
import { minute } from '../timers.js';

/** A buyer's order can be changed until a package of it is arranged. */
export const untilArranged: CommandRules<never>['in'] = {
  AwaitingPayment: to('AwaitingPayment', 'OnHold', 'AwaitingConfirmation'),
  OnHold: to('OnHold'),
  AwaitingConfirmation: to('AwaitingConfirmation'),
  Confirmed: to('Confirmed'),
  ShipmentArranged: no('package-already-arranged'),
  PartiallyShipped: no('order-already-shipped'),
  InTransit: no('order-already-shipped'),
  Delivered: no('order-already-shipped'),
  Completed: no('order-already-shipped'),
  Cancelled: no('order-cancelled'),
};

/** A change can be open from the payment until a package is arranged; before and after, none waits. */
export const whileOpen: CommandRules<never>['in'] = {
  AwaitingPayment: no('unknown-change'),
  OnHold: to('OnHold'),
  AwaitingConfirmation: to('AwaitingConfirmation'),
  Confirmed: to('Confirmed', 'Delivered'),
  ShipmentArranged: no('unknown-change'),
  PartiallyShipped: no('unknown-change'),
  InTransit: no('unknown-change'),
  Delivered: no('unknown-change'),
  Completed: no('unknown-change'),
  Cancelled: no('order-cancelled'),
};

/**
 * Whether a change needs nobody's leave: while the order has not reached its seller, and then in the time that the
 * seller's policy gives, or until the seller has confirmed it.
 */
export function mayChangeAtOnce(order: Order, { at }: Pick<DecisionContext, 'at'>): boolean {
  const status = statusOf(order);
  if (status === 'AwaitingPayment' || status === 'OnHold') return true;
  const { modificationMinutes: minutes } = order.policy;
  if (minutes === null) return status === 'AwaitingConfirmation';
  return Date.parse(at) <= Date.parse(goesOnAt(order)) + minutes * minute;
}

/** Whether a change that costs so much more is made only with its payment: a paid order stays paid. */
export const waitsForPayment = ({ paidAt, cashOnDelivery }: Order, difference: MinorUnits): boolean =>
  difference > 0 && paidAt !== undefined && cashOnDelivery === undefined;

/** Whether a change of this kind and name can be asked for. */
export function checkNew(order: Order, kind: ChangeKind, changeId: string): Refusal | undefined {
  if (order.changeIds.includes(changeId)) return refuse('change-already-exists', { changeId }, '/changeId');
  return refuseOpen(order.openChanges.filter((change) => change.kind === kind));
}

/** Nothing is packed as long as it may still change; the seller's answer clears the way. */
export const checkNoneOpen = ({ openChanges }: Order): Refusal | undefined => refuseOpen(openChanges);

/** Why none of these may be open, saying of one that was agreed to that only its payment is missing. */
function refuseOpen(changes: readonly OpenChange[]): Refusal | undefined {
  if (changes.length === 0) return undefined;
  const agreed = changes.some((change) => change.kind === 'lines' && change.approved);
  return refuse('change-open', { waitsFor: agreed ? 'payment' : 'seller' });
}
