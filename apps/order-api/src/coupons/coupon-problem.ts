import { ProblemError } from '@app/platform';
import { type CouponRefusal } from '@app/pricing';

/** The HTTP status of every refusal of a coupon: 422 where the request is wrong, 409 where the coupon's state forbids it. */
export const couponStatus: Readonly<Record<CouponRefusal['code'], number>> = {
  'unknown-coupon': 422,
  'coupon-in-other-currency': 422,
  'coupon-gives-nothing': 422,
  'coupon-amount-mismatch': 422,
  'coupon-minimum-not-reached': 409,
  'coupon-for-returning-buyers': 409,
  'coupon-not-valid-now': 409,
  'coupon-withdrawn': 409,
  'coupon-used-up': 409,
  'coupon-already-exists': 409,
  'too-much-contention': 503,
};

/** The answer to what a coupon turned down. */
export const couponProblem = ({ code, message }: CouponRefusal): ProblemError =>
  new ProblemError(couponStatus[code], code, message, {
    headers: code === 'too-much-contention' ? { 'retry-after': '1' } : undefined,
  });
