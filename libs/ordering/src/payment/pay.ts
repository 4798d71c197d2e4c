import { payable } from '../changes/changed-lines.js';
import { type CommandRules, to } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { statusRefusal } from '../decide/status-refusal.js';
import { isAmount } from '../money.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { statusOf } from '../status.js';
import { holdsCardNumber } from './card-number.js';
import { type PayOrder } from './commands.js';

export const payRules: CommandRules<PayOrder> = {
  roles: ['payments', 'service'],
  in: {
    AwaitingPayment: to('AwaitingPayment', 'OnHold', 'AwaitingConfirmation', 'Cancelled'),
    OnHold: to('OnHold'),
    AwaitingConfirmation: to('AwaitingConfirmation'),
    Confirmed: to('Confirmed', 'Delivered'),
    ShipmentArranged: to('ShipmentArranged'),
    PartiallyShipped: to('PartiallyShipped'),
    InTransit: to('InTransit'),
    Delivered: to('Delivered'),
    Completed: to('Completed'),
    Cancelled: to('Cancelled'),
  },
  actsOn: (order) => payable(order) > 0 || statusOf(order) === 'Cancelled',
  decide,
};

function decide(order: Order, command: PayOrder, { at }: DecisionContext): DecisionResult {
  const { type: _, surplus, ...payment } = command;
  if (holdsCardNumber(payment.paymentId))
    return refuse(
      'card-data-not-allowed',
      "This looks like a card's number, which is never kept. Name the payment by the provider's reference.",
      '/paymentId',
    );
  if (payment.currency !== order.currency)
    return refuse('currency-mismatch', `This order is paid in ${order.currency}.`, '/currency');
  if (!isAmount(payment.amount) || payment.amount === 0)
    return refuse('bad-money', 'A payment is a whole number of minor units above zero.', '/amount');
  if (order.payments.some((known) => known.paymentId === payment.paymentId))
    return refuse('payment-already-recorded', `Payment ${payment.paymentId} is recorded.`, '/paymentId');

  const due = payable(order);
  // Money for a cancelled order was taken all the same: it is recorded, and refunded as a consequence.
  if (payment.amount > due && statusOf(order) !== 'Cancelled' && surplus === undefined)
    return due === 0
      ? statusRefusal('order-already-paid')
      : refuse('amount-over-due', `Only ${due} ${order.currency} (minor units) are due.`, '/amount');
  return [{ type: 'PaymentCaptured', at, data: payment }];
}
