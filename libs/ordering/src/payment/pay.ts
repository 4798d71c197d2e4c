import { payable } from '../changes/changed-lines.js';
import { type CommandRules, to } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { isAmount } from '../money.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { statusOf } from '../status.js';
import { type PayOrder } from './commands.js';
import { kept, sameCapture } from './provider-report.js';

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
  const { type: _, surplus, ...payment } = kept(command);
  const { paymentId } = payment;
  const { currency } = order;
  if (payment.currency !== currency) return refuse('currency-mismatch', { currency }, '/currency');
  if (!isAmount(payment.amount) || payment.amount === 0)
    return refuse('bad-money', { fault: 'zero' }, '/amount');
  if (order.payments.some((known) => sameCapture(known, payment)))
    return refuse('payment-already-recorded', { paymentId }, '/paymentId');

  const due = payable(order);
  // Money for a cancelled order was taken all the same: it is recorded, and refunded as a consequence.
  if (payment.amount > due && statusOf(order) !== 'Cancelled' && surplus === undefined)
    return due === 0
      ? refuse('order-already-paid')
      : refuse('amount-over-due', { due: { money: due, currency } }, '/amount');
  return [{ type: 'PaymentCaptured', at, data: payment }];
}
