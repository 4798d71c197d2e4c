import { refundDue } from '../amounts.js';
import { type OrderCommand } from '../commands.js';
import { type OrderEvent } from '../events.js';
import { type Order } from '../order.js';
import { statusOf } from '../status.js';
import { type DecisionContext } from './decision.js';

/** What follows from a command by itself: the last unit's arrival, and money that is to go back. */
export function consequences(
  order: Order,
  command: Pick<OrderCommand, 'type'>,
  { at, commandId }: Pick<DecisionContext, 'at' | 'commandId'>,
): OrderEvent[] {
  const events: OrderEvent[] = [];
  if (statusOf(order) === 'Delivered' && order.deliveredAt === undefined)
    events.push({ type: 'OrderDelivered', at, data: {} });

  const amount = refundDue(order);
  if (amount > 0) {
    const reason = command.type === 'pay' ? 'paid-after-cancellation' : 'cancelled';
    events.push({
      type: 'RefundInitiated',
      at,
      data: { refundId: commandId, amount, currency: order.currency, reason },
    });
  }
  return events;
}
