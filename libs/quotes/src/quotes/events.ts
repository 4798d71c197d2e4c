import {
  type Actor,
  type Charge,
  type CreateOrder,
  type Fact,
  type MinorUnits,
  type PaymentCaptured,
} from '@app/ordering';

/** What an order at one seller has in common with the part of a quote that it was placed by. */
export type QuotedFigures = Pick<
  CreateOrder,
  'sellerId' | 'sellerName' | 'currency' | 'lines' | 'shippingFee' | 'fees' | 'discounts' | 'total'
> & { readonly couponCodes: readonly string[] };

/** The part of a quote that becomes the order at one seller. */
export interface QuotePart extends QuotedFigures {
  readonly fees: readonly Charge[];
  /** The seller's policy that its fees are of. */
  readonly policyVersion: string;
}

/** Somebody who may say prices quoted them for a buyer; all parts are in one currency. */
export type QuoteMade = Fact<
  'QuoteMade',
  {
    readonly buyerId: string;
    /** Who asked; a service may have said prices of its own. */
    readonly by: Actor;
    readonly parts: readonly QuotePart[];
    /** It holds until then (ISO 8601, UTC); the end is not part of it. */
    readonly validUntil: string;
    /** Digest of what was asked for: the same quote is not made of anything else. */
    readonly asked: string;
  }
>;

/** An order is placed by the part of a seller; it is recorded before the order itself. */
export type QuoteUsed = Fact<'QuoteUsed', { readonly sellerId: string; readonly orderId: string }>;

/** That order never came: the part can be used again. */
export type QuoteReleased = Fact<'QuoteReleased', { readonly sellerId: string; readonly orderId: string }>;

/** One capture paid for orders of the quote; from here each order gets its share. */
export type CheckoutPaid = Fact<
  'CheckoutPaid',
  PaymentCaptured['data'] & {
    /** Shares of two captures can be alike in amount, so that each capture has a name. */
    readonly captureId: string;
    /** They add up to the amount. */
    readonly shares: readonly { readonly orderId: string; readonly amount: MinorUnits }[];
  }
>;

/** Everything that can happen to a quote. */
export type QuoteEvent = QuoteMade | QuoteUsed | QuoteReleased | CheckoutPaid;
