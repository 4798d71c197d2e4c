import { type Order } from '../order.js';
import { type CouponTerms } from '../prices/coupon-terms.js';
import { type Voucher } from './events.js';

/** The terms of the coupon that a voucher of the order is. */
export function couponOfVoucher(order: Order, voucher: Voucher): CouponTerms {
  const { sellerId, buyerId, orderId } = order;
  const { code, amount, currency, validUntil, paidBy } = voucher;
  return {
    sellerId,
    code,
    label: 'Voucher',
    currency,
    benefit: { kind: 'amount', amount },
    validUntil,
    limit: 1,
    buyerId,
    paidBy,
    orderId,
  };
}

/** Whether the coupon is one that the buyer alone can use, and that takes that amount off now. */
export const isVoucherOf = ({ buyerId, currency }: Order, terms: CouponTerms, amount: number): boolean =>
  terms.buyerId === buyerId &&
  terms.currency === currency &&
  terms.benefit.kind === 'amount' &&
  terms.benefit.amount === amount;
