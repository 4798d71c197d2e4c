/** Streams of coupons begin with this; seller and code follow, each unable to hold a slash. */
export const couponStreamPrefix = 'coupon-';

export const couponId = (sellerId: string, code: string): string => `${sellerId}/${code}`;

export const couponStream = (sellerId: string, code: string): string =>
  `${couponStreamPrefix}${couponId(sellerId, code)}`;
