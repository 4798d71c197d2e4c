import { nothingToRecord, record, refused, type StreamDecision } from '@app/event-store';
import {
  type Buying,
  type Cart,
  type CouponRefusal,
  type CouponTerms,
  refuseCoupon,
  termsRefusal,
} from '@app/ordering';
import { type Coupon } from './coupon.js';
import { type CouponEvent } from './events.js';

export type CouponDecision = StreamDecision<CouponEvent, CouponRefusal>;

/** An order that wants to use a coupon. */
export interface Redemption extends Buying {
  readonly orderId: string;
  readonly buyerId: string;
  readonly cart: Cart;
}

const unknown = refused(refuseCoupon('unknown-coupon'));

/** A coupon is issued once; the same terms again change nothing. */
export function issueCoupon(coupon: Coupon | undefined, terms: CouponTerms, at: string): CouponDecision {
  if (coupon === undefined) return record({ type: 'CouponIssued', at, data: terms });
  return JSON.stringify(coupon.terms) === JSON.stringify(terms)
    ? nothingToRecord
    : refused(refuseCoupon('coupon-already-exists', { coupon: terms.code }));
}

/** The coupon that a voucher is comes to be once; one that is there already stays as it is. */
export const issueVoucher = (coupon: Coupon | undefined, terms: CouponTerms, at: string): CouponDecision =>
  coupon === undefined ? record({ type: 'CouponIssued', at, data: terms }) : nothingToRecord;

/** Uses the coupon for an order, once, within its terms and limits. */
export function redeemCoupon(
  coupon: Coupon | undefined,
  { orderId, buyerId, cart, ...buying }: Redemption,
): CouponDecision {
  if (coupon === undefined) return unknown;
  if (coupon.isRedeemedFor(orderId)) return nothingToRecord;
  const refusal = couponRefusalFor(coupon, buyerId, orderId) ?? termsRefusal(coupon.terms, cart, buying);
  return refusal === undefined
    ? record({ type: 'CouponRedeemed', at: buying.at, data: { orderId, buyerId } })
    : refused(refusal);
}

/** Why the coupon as it stands cannot be used by this buyer, whatever they order; an order that uses it already may. */
export function couponRefusalFor(
  coupon: Coupon,
  buyerId: string,
  orderId?: string,
): CouponRefusal | undefined {
  if (orderId !== undefined && coupon.isRedeemedFor(orderId)) return undefined;
  const { code, limit = Infinity, limitPerBuyer = Infinity } = coupon.terms;
  if (coupon.terms.buyerId !== undefined && coupon.terms.buyerId !== buyerId)
    return refuseCoupon('coupon-not-yours', { coupon: code });
  if (coupon.withdrawnAt !== undefined) return refuseCoupon('coupon-withdrawn', { coupon: code });
  if (coupon.redeemed >= limit) return refuseCoupon('coupon-used-up', { coupon: code, perBuyer: 0 });
  return coupon.redeemedBy(buyerId) >= limitPerBuyer
    ? refuseCoupon('coupon-used-up', { coupon: code, perBuyer: limitPerBuyer })
    : undefined;
}

/** Takes the coupon off the market. */
export function withdrawCoupon(coupon: Coupon | undefined, at: string): CouponDecision {
  if (coupon === undefined) return unknown;
  const { code, orderId } = coupon.terms;
  if (orderId !== undefined) return refused(refuseCoupon('coupon-promised', { coupon: code }));
  return coupon.withdrawnAt === undefined
    ? record({ type: 'CouponWithdrawn', at, data: {} })
    : nothingToRecord;
}

/** Gives the coupon back for other orders. */
export const releaseCoupon = (
  coupon: Coupon | undefined,
  orderId: string,
  reason: 'order-cancelled' | 'no-order',
  at: string,
): CouponDecision =>
  coupon?.isRedeemedFor(orderId)
    ? record({ type: 'CouponReleased', at, data: { orderId, reason } })
    : nothingToRecord;

/** Records what an order that exists uses, whatever the limits say: the order was taken with it. */
export const acknowledgeCoupon = (
  coupon: Coupon | undefined,
  orderId: string,
  buyerId: string,
  at: string,
): CouponDecision =>
  coupon === undefined || coupon.isRedeemedFor(orderId)
    ? nothingToRecord
    : record({ type: 'CouponRedeemed', at, data: { orderId, buyerId } });
