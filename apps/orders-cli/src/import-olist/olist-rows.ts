import { type MinorUnits } from '@app/ordering';

/** What an order's status can be in the data set. */
export const olistStatuses = [
  'created',
  'approved',
  'invoiced',
  'processing',
  'shipped',
  'delivered',
  'unavailable',
  'canceled',
] as const;
export type OlistStatus = (typeof olistStatuses)[number];

/** A row of orders.csv: one checkout, over one or more sellers. Instants are ISO 8601, UTC. */
export interface OlistOrder {
  readonly orderId: string;
  readonly customerId: string;
  /** As written; normally one of `olistStatuses`. */
  readonly status: string;
  readonly purchasedAt: string;
  readonly approvedAt?: string;
  readonly handedOverAt?: string;
  readonly deliveredAt?: string;
  /** Local day (YYYY-MM-DD). */
  readonly estimatedDelivery?: string;
}

/** A row of order_items.csv: one unit of a product. */
export interface OlistItem {
  readonly orderId: string;
  /** Numbers the units of an order. */
  readonly itemId: string;
  readonly productId: string;
  readonly sellerId: string;
  readonly price: MinorUnits;
  readonly freight: MinorUnits;
}

/** A row of order_payments.csv. */
export interface OlistPayment {
  readonly orderId: string;
  readonly sequence: string;
  readonly type: string;
  readonly amount: MinorUnits;
}

/** A row of customers.csv: the buyer of one order. */
export interface OlistCustomer {
  readonly customerId: string;
  /** The person, who may stand behind several customers. */
  readonly personId: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly region?: string;
}

export interface OlistSeller {
  readonly sellerId: string;
  readonly city?: string;
}

export interface OlistProduct {
  readonly productId: string;
  /** Portuguese, like `cama_mesa_banho`. */
  readonly category?: string;
}
