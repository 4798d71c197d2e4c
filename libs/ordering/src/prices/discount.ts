import { allocate, type MinorUnits, sum } from '../money.js';
import { type Charge } from '../order-terms.js';
import { type CartLine, grossOf } from './cart.js';
import { type Benefit, type CouponTerms } from './coupon-terms.js';

/**
 * What the coupons take off, a line for each, in the order of their codes: the same for the same lines and coupons,
 * however they are sorted. Each is counted on the full prices; together they take off no more than the goods cost.
 */
export function couponDiscounts(
  lines: readonly CartLine[],
  coupons: readonly Pick<CouponTerms, 'code' | 'label' | 'benefit'>[],
): Charge[] {
  const sorted = [...coupons].sort((a, b) => (a.code < b.code ? -1 : 1));
  let left = sum(lines.map(grossOf));
  return sorted.map(({ code, label, benefit }) => {
    const amount = Math.min(left, discountOf(benefit, lines));
    left -= amount;
    return { code, label, amount };
  });
}

/** What one benefit takes off these lines, never more than they cost. */
export function discountOf(benefit: Benefit, lines: readonly CartLine[]): MinorUnits {
  const goods = sum(lines.map(grossOf));
  switch (benefit.kind) {
    case 'percentage':
      return Math.min(partOf(goods, benefit.basisPoints), benefit.atMost ?? Infinity);
    case 'amount':
      return Math.min(goods, benefit.amount);
    case 'bundle': {
      const { products, take, pay } = benefit;
      const taken =
        products === undefined ? lines : lines.filter((line) => products.includes(line.productId));
      const sets = Math.floor(sum(taken.map((line) => line.quantity)) / take);
      return priceOfCheapest(taken, sets * (take - pay));
    }
    case 'set': {
      const ofProduct = benefit.products.map((product) => lines.filter((line) => line.productId === product));
      const sets = Math.min(...ofProduct.map((found) => sum(found.map((line) => line.quantity))));
      return Math.min(sum(ofProduct.flat().map(grossOf)), sets * benefit.amount);
    }
  }
}

/** So many hundredths of a percent of an amount, rounded to the nearest unit; the half is rounded up. */
export const partOf = (amount: MinorUnits, basisPoints: number): MinorUnits =>
  allocate(amount, [basisPoints, 10_000 - basisPoints])[0]!;

/** The amount in the ratio of part to whole, rounded as `partOf` does; the amount itself where there is no whole. */
export function inRatio(amount: MinorUnits, part: MinorUnits, whole: MinorUnits): MinorUnits {
  if (whole === 0) return amount;
  return Number((2n * BigInt(amount) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));
}

function priceOfCheapest(lines: readonly CartLine[], units: number): MinorUnits {
  let left = units;
  let price = 0;
  for (const { quantity, unitPrice } of [...lines].sort((a, b) => a.unitPrice - b.unitPrice)) {
    const these = Math.min(left, quantity);
    price += these * unitPrice;
    left -= these;
  }
  return price;
}
