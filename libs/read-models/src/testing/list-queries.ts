import { type Pool } from 'pg';
import { buyerTabs, sellerTabs } from '@app/ordering';
import { buyerSpending } from '../queries/buyer-spending.js';
import { countBuyerOrders, countSellerOrders } from '../queries/count-orders.js';
import { listChangedOrders, listChangedOrdersOf } from '../queries/list-changed-orders.js';
import { listMessages } from '../queries/list-messages.js';
import { listBuyerOrders, listSellerOrders } from '../queries/list-orders.js';
import { listReviews } from '../queries/list-reviews.js';
import { orderDetail } from '../queries/order-detail.js';
import { sellerRating } from '../queries/seller-rating.js';
import { waitUntilProjected } from '../queries/wait-until-projected.js';
import { type Marketplace } from './marketplace.js';

/** Something that people ask of a marketplace. */
export interface QueryCase {
  readonly name: string;
  /** The index that leads to the answer, or the beginning of its name where several are as good. */
  readonly index: string;
  /** Most pages of 8 kB to look at, where they become more as somebody sells more a week. */
  readonly pagesOfWeek?: number;
  /** Asks once; `n` is an order of the marketplace, another one each time. */
  ask(pool: Pool, marketplace: Marketplace, n: number): Promise<unknown>;
}

type BuyerQuery = Parameters<typeof listBuyerOrders>[2];
type SellerQuery = Parameters<typeof listSellerOrders>[2];
type Asked<Query> = Omit<Query, 'limit'>;
type Query<Q> = (marketplace: Marketplace, n: number) => Asked<Q>;

const keen = (name: string, index: string, query: Query<BuyerQuery>): QueryCase => ({
  name: `buyer: ${name}`,
  index,
  ask: (pool, marketplace, n) => listBuyerOrders(pool, 'keen', { limit: 20, ...query(marketplace, n) }),
});

const big = (name: string, index: string, query: Query<SellerQuery>): QueryCase => ({
  name: `seller: ${name}`,
  index,
  ask: (pool, marketplace, n) => listSellerOrders(pool, 'big', { limit: 20, ...query(marketplace, n) }),
});

const behind = (marketplace: Marketplace, n: number) => ({
  after: { at: marketplace.placedAt(n), orderId: marketplace.orderId(n) },
});
/** A tenth of all the time. */
const within = (marketplace: Marketplace, n: number) => ({
  from: marketplace.placedAt(n),
  to: marketplace.placedAt(n + Math.floor(marketplace.orders / 10)),
});

/** Every query of the read models, asked of the buyer and the seller with the most orders. */
export const listQueries: readonly QueryCase[] = [
  {
    name: 'buyer: a usual one',
    index: 'buyer_orders_',
    ask: (pool, marketplace, n) => listBuyerOrders(pool, marketplace.buyerId(n), { limit: 20 }),
  },
  keen('first page', 'buyer_orders_newest', () => ({})),
  keen('later page', 'buyer_orders_newest', behind),
  ...buyerTabs.map((tab) =>
    keen(
      `tab ${tab}`,
      tab === 'returns-and-refunds' ? 'buyer_orders_aftercare' : 'buyer_orders_by_tab',
      () => ({ tab }),
    ),
  ),
  keen('later page of a tab', 'buyer_orders_by_tab', (...at) => ({ tab: 'received', ...behind(...at) })),
  keen('dates', 'buyer_orders_', within),
  keen('search', 'buyer_orders_', () => ({ search: 'blue' })),
  keen('search in vain', 'buyer_orders_', (_, n) => ({ search: `nothing${n}` })),
  {
    name: 'buyer: counts',
    index: 'buyer_orders_by_tab',
    ask: (pool) => countBuyerOrders(pool, 'keen'),
  },
  {
    name: 'buyer: spending by month',
    index: 'buyer_orders_',
    ask: (pool) => buyerSpending(pool, 'keen'),
  },
  {
    name: 'seller: a usual one',
    index: 'seller_orders_',
    ask: (pool, marketplace, n) => listSellerOrders(pool, marketplace.sellerId(n), { limit: 20 }),
  },
  big('first page', 'seller_orders_newest', () => ({})),
  big('later page', 'seller_orders_newest', behind),
  ...sellerTabs.map((tab) =>
    big(
      `tab ${tab}`,
      tab === 'cancellations-and-returns' ? 'seller_orders_aftercare' : 'seller_orders_by_tab',
      () => ({ tab }),
    ),
  ),
  big('later page of a tab', 'seller_orders_by_tab', (...at) => ({ tab: 'completed', ...behind(...at) })),
  big('later page of returns', 'seller_orders_aftercare', (...at) => ({
    tab: 'cancellations-and-returns',
    ...behind(...at),
  })),
  big('dates', 'seller_orders_newest', within),
  big('dates in a tab', 'seller_orders_by_tab', (...at) => ({ tab: 'completed', ...within(...at) })),
  big('search, every second order', 'seller_orders_newest', () => ({ search: 'shirt' })),
  big('search, every tenth order', 'seller_orders_newest', () => ({ search: 'blue' })),
  big('search, two words', 'seller_orders_newest', () => ({ search: 'shi blue' })),
  big('search, later page', 'seller_orders_newest', (...at) => ({ search: 'shirt', ...behind(...at) })),
  big('search, last page', 'seller_orders_', (marketplace, n) => ({
    search: 'shirt',
    ...behind(marketplace, n % 150),
  })),
  big('search, dates', 'seller_orders_', (...at) => ({ search: 'blue', ...within(...at) })),
  big('search, a day', 'seller_orders_', (marketplace, n) => ({
    search: 'shirt',
    from: marketplace.placedAt(n),
    to: marketplace.placedAt(n + Math.floor(marketplace.orders / 730)),
  })),
  big('search, in a tab', 'seller_orders_by_tab', () => ({ search: 'shirt', tab: 'completed' })),
  big('search, an order id', 'seller_search_terms', (marketplace, n) => ({ search: marketplace.orderId(n) })),
  big('search, a rare word', 'seller_search_terms', () => ({ search: 'rari' })),
  big('search, a rare and a frequent word', 'seller_search_terms', () => ({ search: 'batik rarity' })),
  {
    ...big('search, a word of a time long ago', 'seller_search_terms', () => ({ search: 'lantern' })),
    pagesOfWeek: 6_000,
  },
  big('ids', 'seller_orders_', (marketplace, n) => ({
    ids: Array.from({ length: 100 }, (_, index) => marketplace.orderId((n + 5 * index) % marketplace.orders)),
  })),
  big('search, in vain', 'seller_search_terms', (_, n) => ({ search: `nothing${n}` })),
  {
    name: 'search of a usual seller, in vain',
    index: 'seller_orders_',
    ask: (pool, marketplace, n) =>
      listSellerOrders(pool, marketplace.sellerId(n), { limit: 20, search: 'nothing' }),
  },
  {
    name: 'all: changed since',
    index: 'buyer_orders_changed',
    ask: (pool, marketplace, n) => listChangedOrders(pool, { since: marketplace.placedAt(n), limit: 20 }),
  },
  {
    name: 'seller: changed since',
    index: 'seller_orders_changed',
    ask: (pool, marketplace, n) =>
      listChangedOrdersOf(pool, 'big', { since: marketplace.placedAt(n), limit: 20 }),
  },
  {
    name: 'seller: counts',
    index: 'seller_counts',
    ask: (pool) => countSellerOrders(pool, 'big'),
  },
  {
    name: 'seller: rating',
    index: 'seller_ratings',
    ask: (pool) => sellerRating(pool, 'big'),
  },
  {
    name: 'seller: reviews',
    index: 'seller_reviews_newest',
    ask: (pool) => listReviews(pool, 'big', { limit: 20 }),
  },
  {
    name: 'seller: later page of reviews',
    index: 'seller_reviews_newest',
    ask: (pool, marketplace, n) => listReviews(pool, 'big', { limit: 20, ...behind(marketplace, n) }),
  },
  {
    name: 'order: messages',
    index: 'order_messages_pkey',
    ask: (pool, marketplace, n) => listMessages(pool, marketplace.orderId(n), { limit: 20 }),
  },
  {
    name: 'order: detail and history',
    index: 'order_timeline_pkey',
    ask: (pool, marketplace, n) => orderDetail(pool, marketplace.orderId(n)),
  },
  {
    name: 'order: whether it is projected',
    index: 'order_details_pkey',
    ask: (pool, marketplace, n) => waitUntilProjected(pool, marketplace.orderId(n), 0, 0),
  },
];
