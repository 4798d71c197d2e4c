import { type Fact } from '@app/ordering';

/** Units of a product in one variant; without a variant, of the product as such. */
export interface VariantQuantity {
  readonly variant?: string;
  /** Whole number, at least 1. */
  readonly quantity: number;
}

/** Goods came in. */
export type StockReceived = Fact<
  'StockReceived',
  VariantQuantity & {
    /** Names the delivery; received once. */
    readonly receiptId: string;
  }
>;

/** The seller counted what is there, what is held for orders included: this is what there is. */
export type StockCounted = Fact<
  'StockCounted',
  { readonly variant?: string; readonly onHand: number; readonly note?: string }
>;

/** Goods are held for an order; recorded before the order itself, or its change. */
export type StockReserved = Fact<
  'StockReserved',
  {
    readonly orderId: string;
    /** None where an earlier change has taken what this one needs. */
    readonly amounts: readonly VariantQuantity[];
    /** For a change of the order: the revision of it that the change was decided on. */
    readonly decidedOn?: number;
    /** The buyer, where the units count among what their unpaid orders may hold. */
    readonly unpaidBy?: string;
  }
>;

/** The order is paid or confirmed: what it holds does not count among its buyer's unpaid units any more. */
export type StockSecured = Fact<'StockSecured', { readonly orderId: string }>;

/** Goods that were held can be sold again. */
export type StockReleased = Fact<
  'StockReleased',
  {
    readonly orderId: string;
    readonly amounts: readonly VariantQuantity[];
    /** The order takes fewer, cancelled or changed; no order came; or the change for which they were held was refused. */
    readonly reason: 'order-changed' | 'no-order' | 'refused';
    /** The order's revision that takes fewer. */
    readonly revision?: number;
  }
>;

/** Goods that were held left with their order. */
export type StockShipped = Fact<
  'StockShipped',
  { readonly orderId: string; readonly amounts: readonly VariantQuantity[] }
>;

/** Goods that had left with their order are there again, and can be sold. */
export type StockReturned = Fact<
  'StockReturned',
  { readonly orderId: string; readonly amounts: readonly VariantQuantity[] }
>;

/** Everything that can happen to a seller's stock of one product. */
export type StockEvent =
  StockReceived | StockCounted | StockReserved | StockSecured | StockReleased | StockShipped | StockReturned;
