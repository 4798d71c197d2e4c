import { outstanding } from '../amounts.js';
import { type PayOrder } from '../commands.js';
import { isAmount } from '../money.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { statusOf } from '../status.js';
import { type DecisionContext, type Ruling } from './decision.js';

export function pay(order: Order, { type: _, ...payment }: PayOrder, { at }: DecisionContext): Ruling {
  if (payment.currency !== order.currency)
    return refuse('currency-mismatch', `This order is paid in ${order.currency}.`, '/currency');
  if (!isAmount(payment.amount) || payment.amount === 0)
    return refuse('bad-money', 'A payment is a whole number of minor units above zero.', '/amount');
  if (order.payments.some((known) => known.paymentId === payment.paymentId))
    return refuse('payment-already-recorded', `Payment ${payment.paymentId} is recorded.`, '/paymentId');

  const due = outstanding(order);
  // Money for a cancelled order was taken all the same: it is recorded, and refunded as a consequence.
  if (statusOf(order) !== 'Cancelled' && payment.amount > due)
    return refuse('amount-over-due', `Only ${due} ${order.currency} (minor units) are due.`, '/amount');
  return [{ type: 'PaymentCaptured', at, data: payment }];
}
