import { type Engines } from '@app/engines';
import { statusOf } from '@app/ordering';
import { couponStreamPrefix, listedCoupon } from '@app/reservations';
import { type Compared, stillDiffers } from './still-differs.js';
import { streamsWith } from './streams-with.js';

/** A coupon that is listed with other uses than its stream has, or that an order uses which has none of it. */
export interface CouponDifference extends Compared<number> {
  readonly table: 'coupons';
  readonly key: { readonly seller_id: string; readonly code: string; readonly order_id?: string };
  readonly column: 'redeemed';
}

/** Compares the uses of coupons with the orders that name them, and the lists of coupons with their streams. */
export async function* verifyCoupons(engines: Engines): AsyncGenerator<CouponDifference> {
  const { coupons, database, orderLog } = engines;
  const table = 'coupons';
  const column = 'redeemed';
  for await (const { event, orderId } of orderLog.everything()) {
    if (event.type !== 'OrderPlaced') continue;
    const { sellerId, couponCodes = [] } = event.data;
    for (const code of couponCodes) {
      const difference = await stillDiffers(async () => {
        const { order } = (await orderLog.read(orderId))!;
        const coupon = await coupons.find(sellerId, code);
        return {
          expected: statusOf(order) === 'Cancelled' ? 0 : 1,
          found: coupon?.isRedeemedFor(orderId) ? 1 : 0,
        };
      });
      const key = { seller_id: sellerId, code, order_id: orderId };
      if (difference) yield { table, key, column, ...difference };
    }
  }
  for (const stream of await streamsWith(engines, couponStreamPrefix)) {
    const [sellerId, code] = stream.slice(couponStreamPrefix.length).split('/') as [string, string];
    const difference = await stillDiffers(async () => ({
      expected: (await coupons.find(sellerId, code))?.redeemed ?? 0,
      found: (await listedCoupon(database.pool, sellerId, code))?.redeemed ?? 0,
    }));
    if (difference) yield { table, key: { seller_id: sellerId, code }, column, ...difference };
  }
}
