import { outstanding } from '../amounts.js';
import { type CommandRules, no, to } from '../command-rules.js';
import { type DecisionContext, type Ruling } from '../decide/decision.js';
import { isAmount } from '../money.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { statusOf } from '../status.js';
import { type PayOrder } from './commands.js';

export const pay: CommandRules<PayOrder> = {
  roles: ['payments', 'service'],
  in: {
    AwaitingPayment: to('AwaitingPayment', 'OnHold', 'AwaitingConfirmation', 'Cancelled'),
    OnHold: no('order-already-paid'),
    AwaitingConfirmation: no('order-already-paid'),
    Confirmed: no('order-already-paid'),
    ShipmentArranged: no('order-already-paid'),
    PartiallyShipped: no('order-already-paid'),
    InTransit: no('order-already-paid'),
    Delivered: no('order-already-paid'),
    Completed: no('order-already-paid'),
    Cancelled: to('Cancelled'),
  },
  decide,
};

function decide(order: Order, { type: _, ...payment }: PayOrder, { at }: DecisionContext): Ruling {
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
