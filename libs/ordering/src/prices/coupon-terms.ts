import { type Currency, type MinorUnits } from '../money.js';

/** What a coupon takes off. */
export type Benefit =
  /** So many hundredths of a percent of the goods, at most so much. */
  | { readonly kind: 'percentage'; readonly basisPoints: number; readonly atMost?: MinorUnits }
  | { readonly kind: 'amount'; readonly amount: MinorUnits }
  /** "3 for 2": for every `take` units of the products (of all, where none is named) only `pay` are paid, the dearest. */
  | {
      readonly kind: 'bundle';
      readonly take: number;
      readonly pay: number;
      readonly products?: readonly string[];
    }
  /** So much for every complete set of the products. */
  | { readonly kind: 'set'; readonly products: readonly string[]; readonly amount: MinorUnits };

/** A seller's promise to take something off an order, and whom and when it is for. */
export interface CouponTerms {
  readonly sellerId: string;
  /** Unique among the seller's. */
  readonly code: string;
  /** What buyers read on the receipt. */
  readonly label: string;
  readonly currency: Currency;
  readonly benefit: Benefit;
  /** When it begins and ends to hold (ISO 8601, UTC); the end is not part of it. */
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** What the goods have to cost at least, before anything is taken off. */
  readonly minimum?: MinorUnits;
  /** How many orders may redeem it, in all and of one buyer. */
  readonly limit?: number;
  readonly limitPerBuyer?: number;
  /** For buyers who have completed so many orders with the seller. */
  readonly completedOrders?: number;
  /** The only buyer whom it is for. */
  readonly buyerId?: string;
  /** Who pays for what it takes off; the seller where it is missing. */
  readonly paidBy?: 'seller' | 'platform';
  /** The order whose buyer was promised it: it cannot be withdrawn. */
  readonly orderId?: string;
}
