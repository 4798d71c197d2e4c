import { businessDayAfter } from '../cases/business-days.js';
import { type Order } from '../order.js';
import { type PaymentMethod } from '../order-terms.js';
import { type RefundInitiated } from './events.js';

type Refund = Omit<RefundInitiated['data'], 'currency' | 'method' | 'expectedBy'>;

/** A refund that begins now. Money that was paid in several ways is expected as the slowest of them has it. */
export function refundInitiatedEvent(order: Order, at: string, refund: Refund): RefundInitiated {
  const { currency } = order;
  return { type: 'RefundInitiated', at, data: { ...refund, currency, ...refundExpectation(order, at) } };
}

/** How the money goes back, and by which day the buyer has it. */
export function refundExpectation(
  { payments, policy }: Order,
  at: string,
): { method: PaymentMethod; expectedBy: string } {
  const days = policy.refundBusinessDays;
  const [method] = payments.map((payment) => payment.method).sort((one, other) => days[other] - days[one]);
  if (method === undefined) throw new Error('Nothing was paid that could go back.');
  return { method, expectedBy: businessDayAfter(at, days[method]) };
}
