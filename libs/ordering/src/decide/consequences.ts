import { outstanding, refundDue } from '../amounts.js';
import { type OrderCommand } from '../commands.js';
import { type OrderEvent } from '../events.js';
import { type Order } from '../order.js';
import { statusOf } from '../status.js';
import { type DecisionContext } from './decision.js';

/** What follows from a command by itself: the last unit's arrival, the cash for it, and money that is to go back. */
export function consequences(
  order: Order,
  command: Pick<OrderCommand, 'type'>,
  { at, commandId }: Pick<DecisionContext, 'at' | 'commandId'>,
): OrderEvent[] {
  const events: OrderEvent[] = [];
  if (statusOf(order) === 'Delivered' && order.deliveredAt === undefined) {
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

  const amount = refundDue(order);
  if (amount > 0) {
    const reason = reasonFor(order, command);
    events.push({
      type: 'RefundInitiated',
      at,
      data: { refundId: commandId, amount, currency: order.currency, reason },
    });
  }
  return events;
}

function reasonFor(order: Order, command: Pick<OrderCommand, 'type'>) {
  if (command.type !== 'pay') return 'cancelled';
  return statusOf(order) === 'Cancelled' ? 'paid-after-cancellation' : 'overpaid';
}
