import { businessDayAfter } from '../cases/business-days.js';
import { type Order } from '../order.js';
import { type PaymentMethod } from '../order-terms.js';
import { type RefundAccountAsked, type RefundInitiated, type RefundShare } from './events.js';
import { isCash, sharesOf } from './held.js';

type Refund = Omit<RefundInitiated['data'], 'currency' | 'method' | 'expectedBy' | 'shares'>;

/**
 * A refund that begins now, shared among the payments that hold the money. As a whole it is expected as its slowest
 * share is. For what cannot go back the way it came, the buyer is asked for an account.
 */
export function refundInitiatedEvents(
  order: Order,
  at: string,
  refund: Refund,
): [RefundInitiated, ...RefundAccountAsked[]] {
  const { currency } = order;
  const { refundId } = refund;
  const shares = sharesOf(order, refund.amount).map(
    ({ payment: { provider, paymentId, method }, amount }): RefundShare => ({
      ...(provider === undefined ? {} : { provider }),
      ...{ paymentId, method, amount, expectedBy: refundExpectedBy(order, at, method) },
    }),
  );
  const [slowest] = [...shares].sort((one, other) => (one.expectedBy < other.expectedBy ? 1 : -1));
  if (slowest === undefined) throw new Error('Nothing was paid that could go back.');
  const { method, expectedBy } = slowest;
  return [
    { type: 'RefundInitiated', at, data: { ...refund, currency, method, expectedBy, shares } },
    ...shares.flatMap((share, index): RefundAccountAsked[] =>
      isCash(share) ? [{ type: 'RefundAccountAsked', at, data: { refundId, ...shareNumber(index) } }] : [],
    ),
  ];
}

/** Which share an event is about; a refund's first is the one that is meant where none is named. */
export const shareNumber = (index: number): { readonly share?: number } =>
  index === 0 ? {} : { share: index + 1 };

/** The day (YYYY-MM-DD) by which the buyer has money that goes back by such a way. */
export const refundExpectedBy = ({ policy }: Order, at: string, method: PaymentMethod): string =>
  businessDayAfter(at, policy.refundBusinessDays[method]);
