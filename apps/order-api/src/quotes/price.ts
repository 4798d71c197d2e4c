import { type Coupon, standingRefusal } from '@app/reservations';
import { type Engines } from '@app/engines';
import { type DeclinedCoupon, quote, type Quote, refuseCoupon, type Wish } from '@app/pricing';
import { countCompletedOrders } from '@app/read-models';

/** A wish with who wants it from whom, and the coupons they want to use. */
export interface PricedWish extends Wish {
  readonly buyerId: string;
  readonly sellerId: string;
  /** The order that is being placed, where it is; what it has reserved already is its own. */
  readonly orderId?: string;
  readonly couponCodes: readonly string[];
}

/** Prices a wish under the seller's coupons and the fees in force, as of now. */
export async function price(
  { coupons, database, sellerPolicies, settings }: Engines,
  wish: PricedWish,
  at: string,
): Promise<Quote & { readonly completedOrders: number }> {
  const { buyerId, sellerId, orderId, couponCodes } = wish;
  const found: Coupon[] = [];
  const declined: DeclinedCoupon[] = [];
  for (const code of couponCodes) {
    const coupon = await coupons.find(sellerId, code);
    const refusal =
      coupon === undefined
        ? refuseCoupon('unknown-coupon', `The seller has no coupon ${code}.`)
        : standingRefusal(coupon, buyerId, orderId);
    if (refusal !== undefined) declined.push({ coupon: code, ...refusal });
    else found.push(coupon!);
  }
  const completedOrders = found.some(({ terms }) => terms.completedOrders !== undefined)
    ? await countCompletedOrders(database.pool, buyerId, sellerId)
    : 0;
  const { platformFeeBasisPoints } = await sellerPolicies.inForce(sellerId);
  const rates = {
    platformFee: platformFeeBasisPoints,
    insurance: settings.INSURANCE_BASIS_POINTS,
  };
  const terms = found.map((coupon) => coupon.terms);
  const priced = quote(wish, terms, { at, completedOrders }, rates);
  return { ...priced, declined: [...declined, ...priced.declined], completedOrders };
}
