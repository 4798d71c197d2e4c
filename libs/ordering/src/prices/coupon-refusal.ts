import { sum } from '../money.js';
import { type Refusal, refuser } from '../refusal.js';
import { type Cart, grossOf } from './cart.js';
import { type CouponTerms } from './coupon-terms.js';

/** Every reason for which a coupon is turned down, with the values that its sentence names. Codes are stable. */
export const couponRefusals = {
  'unknown-coupon': [],
  'coupon-not-valid-now': ['at', 'coupon', 'when'],
  'coupon-withdrawn': ['coupon'],
  'coupon-used-up': ['coupon', 'perBuyer'],
  'coupon-not-yours': ['coupon'],
  'coupon-promised': ['coupon'],
  'coupon-minimum-not-reached': ['coupon', 'minimum'],
  'coupon-for-returning-buyers': ['coupon', 'orders'],
  'coupon-in-other-currency': ['coupon', 'currency'],
  'coupon-gives-nothing': ['coupon'],
  'coupon-amount-mismatch': ['amount', 'coupon'],
  'coupon-not-named': ['coupon'],
  'coupon-already-exists': ['coupon'],
  'too-much-contention': [],
} as const;

export type CouponRefusal = Refusal<keyof typeof couponRefusals>;

export const refuseCoupon = refuser(couponRefusals);

/** Who wants to use a coupon, and when. */
export interface Buying {
  /** Now (ISO 8601, UTC). */
  readonly at: string;
  /** Orders of this seller's that the buyer has completed. */
  readonly completedOrders: number;
}

/** Why the coupon does not hold at this instant. */
export function timeRefusal(
  { code: coupon, validFrom, validUntil }: CouponTerms,
  at: string,
): CouponRefusal | undefined {
  const now = Date.parse(at);
  if (validFrom !== undefined && now < Date.parse(validFrom))
    return refuseCoupon('coupon-not-valid-now', { coupon, when: 'before', at: { at: validFrom } });
  if (validUntil !== undefined && now >= Date.parse(validUntil))
    return refuseCoupon('coupon-not-valid-now', { coupon, when: 'after', at: { at: validUntil } });
  return undefined;
}

/** Why the coupon's terms do not fit this cart and buyer, or undefined where they do. */
export function termsRefusal(
  terms: CouponTerms,
  cart: Cart,
  { at, completedOrders }: Buying,
): CouponRefusal | undefined {
  const { code: coupon, currency, minimum = 0, completedOrders: orders = 0 } = terms;
  const notNow = timeRefusal(terms, at);
  if (notNow !== undefined) return notNow;
  if (currency !== cart.currency) return refuseCoupon('coupon-in-other-currency', { coupon, currency });
  if (completedOrders < orders) return refuseCoupon('coupon-for-returning-buyers', { coupon, orders });
  if (sum(cart.lines.map(grossOf)) < minimum)
    return refuseCoupon('coupon-minimum-not-reached', { coupon, minimum: { money: minimum, currency } });
  return undefined;
}
