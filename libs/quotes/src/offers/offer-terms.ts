import { type Currency, type MinorUnits } from '@app/ordering';

/** A variant that can be had, as orders name it. */
export interface OfferedVariant {
  readonly variant: string;
  /** Of one unit, where it is not the product's. */
  readonly price?: MinorUnits;
}

/** What a seller offers a product for. */
export interface OfferTerms {
  readonly sellerId: string;
  readonly productId: string;
  readonly title: string;
  /** The seller's name for receipts and lists; the id where it is left out. */
  readonly sellerName?: string;
  readonly currency: Currency;
  /** Of one unit. */
  readonly price: MinorUnits;
  /** One of these has to be chosen; left out, there is only the product as such. */
  readonly variants?: readonly OfferedVariant[];
  /** A link (https). */
  readonly picture?: string;
  /** False for what is never sent. */
  readonly needsShipping?: boolean;
  /** False for what cannot be sent back, whatever the seller's policy says. */
  readonly returnable?: boolean;
  /** Of an order of this product; one of several products is asked the highest of their fees. */
  readonly shippingFee?: MinorUnits;
}
