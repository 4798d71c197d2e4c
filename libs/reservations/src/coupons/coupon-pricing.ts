import {
  type CouponTerms,
  type DeclinedCoupon,
  type FeeRates,
  type OrderPolicy,
  type Quote,
  quote,
  type QuoteRequest,
  refuseCoupon,
} from '@app/ordering';
import { type Coupon } from './coupon.js';
import { type Coupons } from './coupons.js';
import { couponRefusalFor } from './decide.js';

/** A request with who asks, of which seller, and the coupons they want to use. */
export interface BuyersQuoteRequest extends QuoteRequest {
  readonly buyerId: string;
  readonly sellerId: string;
  /** The order that is being placed, where it is; what it has reserved already is its own. */
  readonly orderId?: string;
  readonly couponCodes: readonly string[];
}

/** What a request would cost, and what that follows from. */
export interface PricedByCoupons extends Quote {
  readonly completedOrders: number;
  /** The terms of the coupons among the discounts. */
  readonly coupons: readonly CouponTerms[];
}

/** Prices what buyers want under the coupons that they name. */
export class CouponPricing {
  /** `completedOrders` counts the orders of a seller's that a buyer has completed; `insurance` is its rate in basis points. */
  constructor(
    private readonly coupons: Coupons,
    private readonly completedOrders: (buyerId: string, sellerId: string) => Promise<number>,
    private readonly insurance = 0,
  ) {}

  /** The rates that fees are counted by under a seller's policy. */
  ratesOf({ platformFeeBasisPoints: platformFee }: OrderPolicy): FeeRates {
    return { platformFee, insurance: this.insurance };
  }

  /** Every figure as of now, and the coupons that cannot be used; none is used up. */
  async price(request: BuyersQuoteRequest, rates: FeeRates, at: string): Promise<PricedByCoupons> {
    const { buyerId, sellerId, orderId, couponCodes } = request;
    const found: Coupon[] = [];
    const declined: DeclinedCoupon[] = [];
    for (const code of couponCodes) {
      const coupon = await this.coupons.find(sellerId, code);
      const refusal =
        coupon === undefined ? refuseCoupon('unknown-coupon') : couponRefusalFor(coupon, buyerId, orderId);
      if (refusal !== undefined) declined.push({ coupon: code, refusal });
      else found.push(coupon!);
    }
    const completedOrders = found.some(({ terms }) => terms.completedOrders !== undefined)
      ? await this.completedOrders(buyerId, sellerId)
      : 0;
    const terms = found.map((coupon) => coupon.terms);
    const priced = quote(request, terms, { at, completedOrders }, rates);
    return {
      ...priced,
      declined: [...declined, ...priced.declined],
      completedOrders,
      coupons: terms.filter(({ code }) => priced.discounts.some((discount) => discount.code === code)),
    };
  }
}
