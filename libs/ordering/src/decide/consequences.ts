import { outstanding, refundDue } from '../amounts.js';
import { type OrderCommand } from '../commands.js';
import { type OrderEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { type Order } from '../order.js';
import { type RefundReason } from '../order-terms.js';
import { refundInitiatedEvent } from '../refunds/refund-initiated-event.js';
import { statusOf } from '../status.js';
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
  const events = automaticEvents(order, at);
  if (statusOf(events.reduce(evolve, order)) === 'Delivered' && order.deliveredAt === undefined) {
    if (order.cashOnDelivery && outstanding(order) > 0)
      events.push({
        type: 'PaymentCaptured',
        at,
        data: {
          paymentId: `cash-${commandId}`,
          method: 'cash-on-delivery',
          amount: outstanding(order),
          currency: order.currency,
        },
      });
    events.push({ type: 'OrderDelivered', at, data: {} });
  }

  const amount = refundDue(events.reduce(evolve, order));
  if (amount > 0) {
    const reason = reasonFor(order, command);
    events.push(refundInitiatedEvent(order, at, { refundId: commandId, amount, reason }));
  }
  return events;
}

function reasonFor(order: Order, { type }: Pick<OrderCommand, 'type'>): RefundReason {
  if (type === 'pay') return statusOf(order) === 'Cancelled' ? 'paid-after-cancellation' : 'overpaid';
  return changing.includes(type) ? 'changed' : 'cancelled';
}

const changing: readonly OrderCommand['type'][] = ['modify-lines', 'answer-change', 'withdraw-change'];
