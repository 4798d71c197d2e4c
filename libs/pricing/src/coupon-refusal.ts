import { sum } from '@app/ordering';
import { moneyText } from '@app/words';
import { type Cart, grossOf } from './cart.js';
import { type CouponTerms } from './coupon-terms.js';

/** Every reason for which a coupon is turned down. Codes are stable: callers decide by them. */
export const couponRefusalCodes = [
  'unknown-coupon',
  'coupon-not-valid-now',
  'coupon-withdrawn',
  'coupon-used-up',
  'coupon-minimum-not-reached',
  'coupon-for-returning-buyers',
  'coupon-in-other-currency',
  'coupon-gives-nothing',
  'coupon-amount-mismatch',
  'coupon-already-exists',
  'too-much-contention',
] as const;

export interface CouponRefusal {
  readonly code: (typeof couponRefusalCodes)[number];
  /** For a person: what is wrong, and what to do about it. */
  readonly message: string;
}

export const refuseCoupon = (code: CouponRefusal['code'], message: string): CouponRefusal => ({
  code,
  message,
});

/** Who wants to use a coupon, and when. */
export interface Buying {
  /** Now (ISO 8601, UTC). */
  readonly at: string;
  /** Orders of this seller's that the buyer has completed. */
  readonly completedOrders: number;
}

/** Why the coupon's terms do not fit this cart and buyer, or undefined where they do. */
export function termsRefusal(
  terms: CouponTerms,
  cart: Cart,
  { at, completedOrders }: Buying,
): CouponRefusal | undefined {
  const now = Date.parse(at);
  if (terms.validFrom !== undefined && now < Date.parse(terms.validFrom))
    return refuseCoupon('coupon-not-valid-now', `Coupon ${terms.code} holds from ${terms.validFrom} on.`);
  if (terms.validUntil !== undefined && now >= Date.parse(terms.validUntil))
    return refuseCoupon('coupon-not-valid-now', `Coupon ${terms.code} held until ${terms.validUntil}.`);
  if (terms.currency !== cart.currency)
    return refuseCoupon('coupon-in-other-currency', `Coupon ${terms.code} is in ${terms.currency}.`);
  if (completedOrders < (terms.completedOrders ?? 0))
    return refuseCoupon(
      'coupon-for-returning-buyers',
      `Coupon ${terms.code} is for buyers with ${terms.completedOrders} completed orders.`,
    );
  if (sum(cart.lines.map(grossOf)) < (terms.minimum ?? 0))
    return refuseCoupon(
      'coupon-minimum-not-reached',
      `Coupon ${terms.code} needs goods of ${moneyText(terms.minimum!, terms.currency)}.`,
    );
  return undefined;
}
