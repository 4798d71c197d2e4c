import { couponOfVoucher, type Order, type OrderPlaced, statusOf } from '@app/ordering';
import { type Resource } from '../resource.js';
import { settleStream } from '../settle-stream.js';
import { decode } from './codec.js';
import { projectCoupon } from './coupon-list.js';
import { couponStream, couponStreamPrefix } from './coupon-stream.js';
import { type Coupons } from './coupons.js';
import { acknowledgeCoupon, releaseCoupon } from './decide.js';

/** Coupons as a thing that orders hold: a use of one belongs to its order until all of that is cancelled. */
export const couponResource = (coupons: Coupons): Resource => ({
  prefix: couponStreamPrefix,
  reservationIn(recorded) {
    const event = decode(recorded);
    if (event.type === 'CouponRedeemed') return { orderId: event.data.orderId, held: true };
    if (event.type === 'CouponReleased') return { orderId: event.data.orderId, held: false };
    return undefined;
  },
  streamsOf: ({ data }: OrderPlaced) =>
    (data.couponCodes ?? []).map((code) => couponStream(data.sellerId, code)),
  bringAbout: (order) => issueVouchers(coupons, order),
  async settle(stream, orderId, folded) {
    const order = folded?.order;
    const over = order === undefined || statusOf(order) === 'Cancelled';
    const at = new Date().toISOString();
    await settleStream(coupons, stream, (coupon) =>
      over
        ? releaseCoupon(coupon, orderId, order === undefined ? 'no-order' : 'order-cancelled', at)
        : acknowledgeCoupon(coupon, orderId, order.buyerId, at),
    );
    return !over;
  },
  project: projectCoupon,
});

/** Issues the coupons that the order's vouchers are, as far as they are not there yet. */
export async function issueVouchers(coupons: Coupons, order: Order): Promise<void> {
  for (const voucher of order.vouchers ?? []) {
    const outcome = await coupons.issueVoucher(couponOfVoucher(order, voucher), voucher.issuedAt);
    if (outcome.kind === 'refused')
      throw new Error(`Voucher ${voucher.code} cannot be issued: ${outcome.refusal.code}`);
  }
}
