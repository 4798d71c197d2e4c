import { outstanding, refundDue } from '../amounts.js';
import { type OrderCommand } from '../commands.js';
import { type OrderEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { provided } from '../fulfilment/provided.js';
import { unpacked } from '../fulfilment/unpacked.js';
import { type Order } from '../order.js';
import { statusOf } from '../status.js';
import { type DecisionContext } from './decision.js';

/**
 * What follows from a command by itself: cancelled units leave their package, goods that need no shipping are
 * provided, the last unit arrives, cash is taken for it, and money is to go back.
 */
export function consequences(
  order: Order,
  command: Pick<OrderCommand, 'type'>,
  { at, commandId }: Pick<DecisionContext, 'at' | 'commandId'>,
): OrderEvent[] {
  const events: OrderEvent[] = [...unpacked(order, at), ...provided(order, at)];
  const settled = events.reduce(evolve, order);
  if (statusOf(settled) === 'Delivered' && order.deliveredAt === undefined) {
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
