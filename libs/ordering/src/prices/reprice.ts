import { sumOf } from '../amounts.js';
import { sum } from '../money.js';
import { type CartLine, grossOf } from './cart.js';
import { couponDiscounts, inRatio, partOf } from './discount.js';
import { type FeeCode, isFeeCode, rateOf } from './fees.js';
import { type PlacedPrices, type PriceParts, type PriceTerms } from './price-terms.js';

/** Of what holds for new orders, what made the prices of this one: its coupons, and the rates that its fees come to. */
export function termsBehind(
  { lines, discounts, fees }: PriceParts & { readonly lines: readonly CartLine[] },
  { coupons, rates }: PriceTerms,
): PriceTerms {
  const net = sum(lines.map(grossOf)) - sumOf(discounts);
  const rateBehind = (code: FeeCode): number | undefined => {
    const rate = rateOf(code, rates);
    const borne = fees.some((fee) => fee.code === code && fee.amount === partOf(net, rate ?? 0));
    return borne ? rate : undefined;
  };
  return {
    coupons: coupons
      .filter(({ code }) => discounts.some((discount) => discount.code === code))
      .map(({ code, label, benefit, minimum }) => ({ code, label, benefit, minimum })),
    rates: { platformFee: rateBehind('platform-fee'), insurance: rateBehind('insurance') },
  };
}

/**
 * The discounts and fees of an order with these lines: what a quote under its terms says. A discount whose terms nobody
 * recorded takes off the same part of the goods as it did, and never more than it did; the platform's fee and insurance
 * without a rate stay the same part of the goods after discounts. What a caller calls otherwise stays as it is.
 */
export function reprice(placed: PlacedPrices, lines: readonly CartLine[]): PriceParts {
  const { coupons, rates } = placed.terms;
  const goods = sum(lines.map(grossOf));
  const byCoupons = couponDiscounts(
    lines,
    coupons.filter(({ minimum = 0 }) => goods >= minimum),
  );
  let left = goods - sumOf(byCoupons);
  const others = placed.discounts
    .filter(({ code }) => !coupons.some((coupon) => coupon.code === code))
    .map((discount) => {
      const amount = Math.min(left, discount.amount, inRatio(discount.amount, goods, placed.goods));
      left -= amount;
      return { ...discount, amount };
    });
  const placedNet = placed.goods - sumOf(placed.discounts);
  return {
    discounts: [...byCoupons, ...others].filter(({ amount }) => amount > 0),
    fees: placed.fees.map((fee) => {
      if (!isFeeCode(fee.code)) return fee;
      const rate = rateOf(fee.code, rates);
      const amount = rate === undefined ? inRatio(fee.amount, left, placedNet) : partOf(left, rate);
      return { ...fee, amount };
    }),
  };
}
