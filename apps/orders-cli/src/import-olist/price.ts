import { type CreateOrder, type MinorUnits } from '@app/ordering';
import { type SellerPart } from './seller-parts.js';

/** What an order costs apart from its lines. */
export type Price = Pick<CreateOrder, 'shippingFee' | 'fees' | 'discounts' | 'total'>;

/** Goods and freight as recorded. */
export const ownPrice = ({ goods, freight }: SellerPart): Price => ({
  shippingFee: freight,
  fees: [],
  discounts: [],
  total: goods + freight,
});

/** Goods and freight with a fee or a discount that makes them what was paid. */
export function priceThatIsPaid(part: SellerPart, paid: MinorUnits): Price {
  const own = ownPrice(part);
  const surplus = paid - own.total;
  if (surplus === 0) return own;
  if (surplus > 0) return { ...own, fees: [difference(surplus)], total: paid };
  // A discount cannot exceed the goods; what is left comes off the freight.
  const discount = Math.min(part.goods, -surplus);
  return {
    shippingFee: part.freight + surplus + discount,
    fees: [],
    discounts: [difference(discount)],
    total: paid,
  };
}

const difference = (amount: MinorUnits) => ({
  code: 'unexplained-difference',
  label: 'Difference between the price and the payments on record',
  amount,
});
