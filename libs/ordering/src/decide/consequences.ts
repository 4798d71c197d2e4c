import { refundDue } from '../amounts.js';
import { type OrderCommand } from '../commands.js';
import { type OrderEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { type Order } from '../order.js';
import { type RefundReason } from '../order-terms.js';
import { refundDroppedEvents } from '../refunds/refund-dropped-events.js';
import { refundInitiatedEvents } from '../refunds/refund-initiated-events.js';
import { statusOf } from '../status.js';
import { arrivalEvents } from './arrival-events.js';
import { automaticEvents } from './automatic-events.js';
import { type DecisionContext } from './decision.js';

/**
 * What follows from a command by itself: open changes end, cancelled units leave their package, goods without shipping
 * are provided, the order is delivered with its last unit, cash on delivery is recorded, and refunds begin.
 */
export function consequenceEvents(
  order: Order,
  command: Pick<OrderCommand, 'type'>,
  { at, commandId }: Pick<DecisionContext, 'at' | 'commandId'>,
): OrderEvent[] {
  const automatic = automaticEvents(order, at);
  const settled = automatic.reduce(evolve, order);
  const arrival = arrivalEvents(settled, { at, commandId });
  const arrived = arrival.reduce(evolve, settled);
  const dropped = refundDroppedEvents(arrived, at);
  const after = dropped.reduce<Order>(evolve, arrived);
  const amount = refundDue(after);
  const refund =
    amount > 0
      ? refundInitiatedEvents(after, at, { refundId: commandId, amount, reason: reasonFor(order, command) })
      : [];
  return [...automatic, ...arrival, ...dropped, ...refund];
}

function reasonFor(order: Order, { type }: Pick<OrderCommand, 'type'>): RefundReason {
  if (type === 'pay') return statusOf(order) === 'Cancelled' ? 'paid-after-cancellation' : 'overpaid';
  if (type.endsWith('-withdrawal')) return statusOf(order) === 'Cancelled' ? 'cancelled' : 'overpaid';
  return changing.includes(type) ? 'changed' : 'cancelled';
}

const changing: readonly OrderCommand['type'][] = [
  'change-address',
  'modify-lines',
  'answer-change',
  'withdraw-change',
];
