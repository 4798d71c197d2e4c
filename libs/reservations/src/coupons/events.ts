import { type CouponTerms, type Fact } from '@app/ordering';

export type CouponIssued = Fact<'CouponIssued', CouponTerms>;

/** An order uses the coupon; it is recorded before the order itself. */
export type CouponRedeemed = Fact<'CouponRedeemed', { readonly orderId: string; readonly buyerId: string }>;

/** The order was cancelled entirely, or never came: the coupon can be used again. */
export type CouponReleased = Fact<
  'CouponReleased',
  { readonly orderId: string; readonly reason: 'order-cancelled' | 'no-order' }
>;

/** The seller gives out no more; orders that have redeemed the coupon keep it. */
export type CouponWithdrawn = Fact<'CouponWithdrawn', Record<string, never>>;

/** Everything that can happen to a coupon. */
export type CouponEvent = CouponIssued | CouponRedeemed | CouponReleased | CouponWithdrawn;
