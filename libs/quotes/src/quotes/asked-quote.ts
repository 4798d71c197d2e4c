import { type Currency, type MinorUnits } from '@app/ordering';

/** What somebody wants at one seller. What is left out, the seller's offers say. */
export interface AskedPart {
  readonly sellerId: string;
  readonly sellerName?: string;
  readonly currency?: Currency;
  readonly lines: readonly AskedLine[];
  readonly shippingFee?: MinorUnits;
  readonly insured?: boolean;
  readonly couponCodes?: readonly string[];
}

export interface AskedLine {
  readonly lineId: string;
  readonly productId: string;
  readonly variant?: string;
  readonly quantity: number;
  readonly unitPrice?: MinorUnits;
  readonly title?: string;
  readonly needsShipping?: boolean;
  readonly returnable?: boolean;
}
