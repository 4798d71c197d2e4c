export { type Coupon } from './coupon.js';
export { type ListedCoupon, listCoupons } from './coupon-list.js';
export { couponResource } from './coupon-resource.js';
export { couponStream, couponStreamPrefix } from './coupon-stream.js';
export { type CouponOutcome, Coupons } from './coupons.js';
export { type Redemption, standingRefusal } from './decide.js';
export { type CouponEvent } from './events.js';
