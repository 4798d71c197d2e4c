import { outstanding } from '../amounts.js';
import { type OrderEvent } from '../events.js';
import { type Order } from '../order.js';
import { statusOf } from '../status.js';
import { type DecisionContext } from './decision.js';

/** That the order has arrived with its last unit, and what was to be paid in cash is paid; nothing before. */
export function arrivalEvents(
  order: Order,
  { at, commandId }: Pick<DecisionContext, 'at' | 'commandId'>,
): OrderEvent[] {
  if (statusOf(order) !== 'Delivered' || order.deliveredAt !== undefined) return [];
  const delivered: OrderEvent = { type: 'OrderDelivered', at, data: {} };
  const amount = outstanding(order);
  if (!order.cashOnDelivery || amount === 0) return [delivered];
  const { currency } = order;
  const data = { paymentId: `cash-${commandId}`, method: 'cash-on-delivery', amount, currency } as const;
  return [{ type: 'PaymentCaptured', at, data }, delivered];
}
