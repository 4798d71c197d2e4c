import { type Currency, type MinorUnits } from '../money.js';

/** What a product is sold for now, as its seller says. */
export interface OfferedGoods {
  readonly productId: string;
  readonly title: string;
  readonly currency: Currency;
  /** Of one unit. */
  readonly price: MinorUnits;
  /** One of these has to be chosen; left out, there is only the product as such. */
  readonly variants?: readonly { readonly variant: string; readonly price?: MinorUnits }[];
  /** False for what is never sent. */
  readonly needsShipping?: boolean;
}

/** Of one unit in this variant; undefined where it is not offered so. */
export function offeredPrice(
  { price, variants }: Pick<OfferedGoods, 'price' | 'variants'>,
  variant: string | undefined,
): MinorUnits | undefined {
  if (variants === undefined) return variant === undefined ? price : undefined;
  const chosen = variants.find((one) => one.variant === variant);
  return chosen && (chosen.price ?? price);
}
