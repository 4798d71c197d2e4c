import { type MinorUnits } from './money.js';

/** Some units of one line: what a package, a cancellation or a return is made of. */
export interface Units {
  readonly lineId: string;
  /** Whole number, at least 1. */
  readonly quantity: number;
}

/** One product of the order, as it was sold. */
export interface OrderLine {
  /** Chosen by the caller, unique in the order. */
  readonly lineId: string;
  readonly productId: string;
  readonly title: string;
  /** Size, colour and the like, as the buyer chose it. */
  readonly variant?: string;
  readonly quantity: number;
  readonly unitPrice: MinorUnits;
  /** False for what is never sent, such as a download: it counts as delivered as soon as the seller confirms. */
  readonly needsShipping?: boolean;
  /** False for what cannot be sent back, whatever the seller's policy says. */
  readonly returnable?: boolean;
}

/** What of a line a buyer may still change. */
export interface LineTerms {
  readonly lineId: string;
  readonly variant?: string;
  /** Units ordered; those that were cancelled meanwhile count in it. 0 before the line was added, and once it is taken out. */
  readonly quantity: number;
  /** Where it becomes another, with another variant. */
  readonly unitPrice?: MinorUnits;
}

/** A line that comes to an order later. */
export interface AddedLine extends OrderLine {
  /** Whether the seller keeps stock of the product. */
  readonly stocked?: true;
}

/** Lines as a change would have them, and what the order's price is made of from then on. */
export interface ChangedLines {
  readonly after: readonly LineTerms[];
  /** Those of them that the order did not have. */
  readonly added?: readonly AddedLine[];
  /** All that the order then has; as they were where they are missing. */
  readonly discounts?: readonly Charge[];
  readonly fees?: readonly Charge[];
}

/** How a line is to differ; what is not named stays. No units take it out; a product makes it a new line. */
export type LineChange = Pick<LineTerms, 'lineId'> &
  Partial<Pick<LineTerms, 'variant' | 'quantity'>> & { readonly productId?: string };

/** A fee or a discount that the buyer sees as a line of its own. */
export interface Charge {
  readonly code: string;
  readonly label: string;
  readonly amount: MinorUnits;
}

/** Where the goods go. Personal data. */
export interface Address {
  readonly recipient: string;
  readonly phone?: string;
  readonly street: string;
  readonly city: string;
  readonly region?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Where in the marketplace the buyer decided. */
export const orderSources = ['video', 'live', 'shop', 'link', 'other'] as const;
export type OrderSource = (typeof orderSources)[number];

export const paymentMethods = [
  'card',
  'wallet',
  'bank-transfer',
  'cash-on-delivery',
  'voucher',
  'other',
] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export const shippingMethods = ['self', 'platform'] as const;
export type ShippingMethod = (typeof shippingMethods)[number];

/** Why goods come later than they were expected. */
export const delayCauses = [
  'out-of-stock',
  'late-dispatch',
  'carrier',
  'weather',
  'customs',
  'wrong-address',
  'holidays',
  'other',
] as const;
export type DelayCause = (typeof delayCauses)[number];

export const delayOfferKinds = ['voucher', 'faster-shipping'] as const;

/** What makes up for a delay. */
export interface DelayOffer {
  readonly kind: (typeof delayOfferKinds)[number];
  /** What a voucher is worth, in minor units of the order's currency. */
  readonly amount?: MinorUnits;
  /** What the buyer redeems a voucher with. */
  readonly code?: string;
}

export const cancellationReasons = [
  'changed-mind',
  'wrong-address',
  'found-cheaper',
  'out-of-stock',
  'unpaid',
  'not-shipped',
  'suspected-fraud',
  'other',
] as const;
export type CancellationReason = (typeof cancellationReasons)[number];

/** What a buyer claims: a package did not come, or units came damaged or were not what was ordered. */
export const claimKinds = ['not-received', 'damaged', 'wrong-item'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** Why money goes back. */
export const refundReasons = [
  'cancelled',
  'changed',
  'paid-after-cancellation',
  'overpaid',
  'returned',
  'not-delivered',
  'partial-refund',
  'claim',
  'goodwill',
] as const;
export type RefundReason = (typeof refundReasons)[number];

/** Who can pay to send units back. */
export const wayBackPayers = ['buyer', 'seller'] as const;
export type WayBackPayer = (typeof wayBackPayers)[number];

export const returnReasons = [
  'damaged',
  'wrong-item',
  'not-as-described',
  'missing-parts',
  'no-longer-wanted',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];
