import { lineValues, totalsOf } from '../amounts.js';
import { type Currency, type MinorUnits } from '../money.js';
import { type Charge } from '../order-terms.js';
import { type Cart, grossOf } from './cart.js';
import { type Buying, type CouponRefusal, refuseCoupon, termsRefusal } from './coupon-refusal.js';
import { type CouponTerms } from './coupon-terms.js';
import { couponDiscounts, partOf } from './discount.js';
import { type Fee, type FeeRates } from './fees.js';

/** A cart with how it is to be sent. */
export interface QuoteRequest extends Cart {
  readonly shippingFee: MinorUnits;
  readonly insured: boolean;
}

/** Everything that the buyer would pay, part by part: an order with these parts is recomputed to the same unit. */
export interface Quote {
  readonly currency: Currency;
  readonly lines: readonly QuotedLine[];
  readonly goods: MinorUnits;
  readonly discounts: readonly Charge[];
  readonly shippingFee: MinorUnits;
  readonly fees: readonly Fee[];
  readonly total: MinorUnits;
  /** Coupons that cannot be used, each with its reason. */
  readonly declined: readonly DeclinedCoupon[];
}

export interface QuotedLine {
  readonly lineId: string;
  readonly gross: MinorUnits;
  /** The line's share of the discounts: what a refund of the line does not give back. */
  readonly discount: MinorUnits;
  readonly value: MinorUnits;
}

export interface DeclinedCoupon {
  readonly coupon: string;
  readonly refusal: CouponRefusal;
}

/** Prices a cart under the coupons that were named, each once. */
export function quote(
  request: QuoteRequest,
  coupons: readonly CouponTerms[],
  buying: Buying,
  rates: FeeRates,
): Quote {
  const { lines, currency, shippingFee } = request;
  const refusals = coupons.map((terms) => termsRefusal(terms, request, buying));
  const offered = couponDiscounts(
    lines,
    coupons.filter((_, index) => refusals[index] === undefined),
  );
  const discounts = offered.filter(({ amount }) => amount > 0);
  const declined = coupons.flatMap(({ code }, index) => {
    const useful = discounts.some((discount) => discount.code === code);
    const refusal =
      refusals[index] ?? (useful ? undefined : refuseCoupon('coupon-gives-nothing', { coupon: code }));
    return refusal === undefined ? [] : [{ coupon: code, refusal }];
  });
  const before = totalsOf({ lines, discounts, shippingFee, fees: [] });
  const fees = feesFor(before.goods - before.discounts, request, rates);
  const values = lineValues({ lines, discounts });
  return {
    currency,
    lines: lines.map((line, index) => {
      const [gross, value] = [grossOf(line), values[index]!];
      return { lineId: line.lineId, gross, discount: gross - value, value };
    }),
    goods: before.goods,
    discounts,
    shippingFee,
    fees,
    total: totalsOf({ lines, discounts, shippingFee, fees }).total,
    declined,
  };
}

/** Every fee is a line that the buyer sees. */
function feesFor(goods: MinorUnits, { insured }: QuoteRequest, { platformFee, insurance }: FeeRates): Fee[] {
  const lines: Fee[] = [];
  if (platformFee > 0) lines.push({ code: 'platform-fee', amount: partOf(goods, platformFee) });
  if (insured) lines.push({ code: 'insurance', amount: partOf(goods, insurance) });
  return lines;
}
