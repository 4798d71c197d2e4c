import { casesWaitingFor } from '@app/ordering';
import { type DeadlineRow } from '../views/deadlines.js';
import { type BuyerOrderRow, type ListRow, type SellerOrderRow } from '../views/list-row.js';
import { type MessageRow } from '../views/message-row.js';
import { type OrderView } from '../views/order-view.js';
import { type ReviewRow } from '../views/review-row.js';
import { type SellerSearchRow } from '../views/seller-search.js';
import { type TimelineRow } from '../views/timeline.js';
import { type Table } from './table.js';

export interface DetailsRow {
  readonly orderId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly revision: number;
  readonly view: OrderView;
  /** Since when a case of it waits for the platform (ISO 8601, UTC); null where none does. */
  readonly waitsForPlatformSince: string | null;
}

export function detailsRow(view: OrderView): DetailsRow {
  const { orderId, buyerId, sellerId } = view.order;
  const waitsForPlatformSince = casesWaitingFor(view.order, 'platform')[0]?.since ?? null;
  return { orderId, buyerId, sellerId, revision: view.revision, view, waitsForPlatformSince };
}

export const orderDetails: Table<DetailsRow> = {
  name: 'order_details',
  key: ['orderId'],
  columns: {
    orderId: 'text',
    buyerId: 'text',
    sellerId: 'text',
    revision: 'bigint',
    view: 'json',
    waitsForPlatformSince: 'timestamptz(3)',
  },
  mutable: true,
};

export const orderTimeline: Table<TimelineRow> = {
  name: 'order_timeline',
  key: ['orderId', 'revision'],
  columns: {
    orderId: 'text',
    revision: 'bigint',
    at: 'timestamptz(3)',
    type: 'text',
    facts: 'jsonb',
  },
  mutable: false,
};

/** The same in the buyers' and the sellers' table. */
export const listColumns = {
  orderId: 'text',
  checkoutId: 'text',
  buyerId: 'text',
  sellerId: 'text',
  sellerName: 'text',
  tab: 'text',
  inAftercare: 'boolean',
  status: 'text',
  marketplaceName: 'text',
  placedAt: 'timestamptz(3)',
  changedAt: 'timestamptz(3)',
  currency: 'text',
  total: 'bigint',
  captured: 'bigint',
  refunded: 'bigint',
  summary: 'jsonb',
  words: 'text',
  kept: 'boolean',
  cancelledAtFault: 'boolean',
  revision: 'bigint',
} as const satisfies Table<ListRow<never>>['columns'];

export const buyerOrders: Table<BuyerOrderRow> = {
  name: 'buyer_orders',
  key: ['orderId'],
  columns: listColumns,
  mutable: true,
};

export const sellerOrders: Table<SellerOrderRow> = {
  name: 'seller_orders',
  key: ['orderId'],
  columns: listColumns,
  mutable: true,
};

export const sellerSearch: Table<SellerSearchRow> = {
  name: 'seller_search',
  key: ['orderId'],
  columns: { orderId: 'text', terms: 'tsvector' },
  mutable: true,
};

export const deadlines: Table<DeadlineRow> = {
  name: 'deadlines',
  key: ['orderId', 'timer', 'subject'],
  columns: { orderId: 'text', timer: 'text', subject: 'text', dueAt: 'timestamptz(3)' },
  mutable: true,
};

export const orderMessages: Table<MessageRow> = {
  name: 'order_messages',
  key: ['orderId', 'revision'],
  columns: {
    orderId: 'text',
    revision: 'bigint',
    messageId: 'text',
    at: 'timestamptz(3)',
    author: 'text',
    text: 'text',
  },
  mutable: false,
};

export const sellerReviews: Table<ReviewRow> = {
  name: 'seller_reviews',
  key: ['orderId'],
  columns: {
    orderId: 'text',
    sellerId: 'text',
    buyerId: 'text',
    score: 'bigint',
    text: 'text',
    submittedAt: 'timestamptz(3)',
  },
  mutable: false,
};

/** All that have rows of orders. */
export const orderTables = [
  orderDetails,
  orderTimeline,
  buyerOrders,
  sellerOrders,
  sellerSearch,
  deadlines,
  orderMessages,
  sellerReviews,
] as const;
