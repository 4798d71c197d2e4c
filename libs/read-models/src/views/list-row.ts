import {
  type BuyerTab,
  type Currency,
  keepsAnything,
  lifecycle,
  type MinorUnits,
  type OrderStatus,
  type SellerTab,
  statusOf,
} from '@app/ordering';
import { type OrderView } from './order-view.js';
import { searchWords } from './search-words.js';

/** An order in a buyer's or a seller's list. Personal data: words, which nobody is shown. */
export interface ListRow<Tab extends BuyerTab | SellerTab> {
  readonly orderId: string;
  readonly checkoutId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly sellerName: string;
  /** The tab of the order's status. */
  readonly tab: Tab;
  /** Whether it stands in the tab of returns (a seller's: of cancellations and returns), besides its own. */
  readonly inAftercare: boolean;
  readonly status: OrderStatus;
  /** The status as marketplaces' own APIs name it. */
  readonly marketplaceName: string;
  /** ISO 8601, UTC. */
  readonly placedAt: string;
  readonly changedAt: string;
  readonly currency: Currency;
  /** As ordered; what was paid and paid back until now stands beside it. */
  readonly total: MinorUnits;
  readonly captured: MinorUnits;
  readonly refunded: MinorUnits;
  readonly summary: OrderSummary;
  /** What a search looks through (`searchWords`). */
  readonly words: string;
  /** Whether anything was not given back: cancelled, lost, returned, or granted by a claim. Unknown in rows of before. */
  readonly kept?: boolean;
  /** Whether units were cancelled at the seller's fault. Unknown in rows of before. */
  readonly cancelledAtFault?: boolean;
  readonly revision: number;
}

export type BuyerOrderRow = ListRow<BuyerTab>;
export type SellerOrderRow = ListRow<SellerTab>;

/** Enough of the goods to draw a row of a list. */
export interface OrderSummary {
  /** The first lines of the order; the product's id leads to its picture. */
  readonly items: readonly {
    readonly productId: string;
    readonly title: string;
    readonly variant?: string;
    readonly quantity: number;
  }[];
  readonly lines: number;
  /** Units ordered, over all lines. */
  readonly units: number;
}

const summaryItems = 3;

export interface ListRows {
  readonly buyer: BuyerOrderRow;
  /** Undefined as long as the seller does not see the order. */
  readonly seller: SellerOrderRow | undefined;
}

/** The order as a row of its buyer's list and of its seller's. */
export function listRows(view: OrderView): ListRows {
  const both = commonColumns(view);
  const { buyerTab, sellerTab } = lifecycle[both.status];
  const buyer = { ...both, tab: buyerTab, inAftercare: hadCases(view) };
  if (sellerTab === undefined) return { buyer, seller: undefined };
  const inAftercare = sellerTabsOf(view).includes('cancellations-and-returns');
  return { buyer, seller: { ...both, tab: sellerTab, inAftercare } };
}

/** All tabs of its seller in which the order stands: none, one or two. */
export function sellerTabsOf(view: OrderView): SellerTab[] {
  const { order } = view;
  const { sellerTab } = lifecycle[statusOf(order)];
  if (sellerTab === undefined) return [];
  const aftercare = order.openCancellations.length > 0 || hadCases(view);
  return aftercare && sellerTab !== 'cancellations-and-returns'
    ? [sellerTab, 'cancellations-and-returns']
    : [sellerTab];
}

/** Whether there is a return or a claim, open or over. */
const hadCases = ({ returns, claims }: OrderView): boolean => returns.length + claims.length > 0;

function commonColumns(view: OrderView): Omit<ListRow<never>, 'tab' | 'inAftercare'> {
  const { order, sellerName, receipt, lines, revision, changedAt } = view;
  const status = statusOf(order);
  return {
    orderId: order.orderId,
    checkoutId: order.checkoutId,
    buyerId: order.buyerId,
    sellerId: order.sellerId,
    sellerName,
    status,
    marketplaceName: lifecycle[status].marketplaceName,
    placedAt: order.placedAt,
    changedAt,
    currency: order.currency,
    total: receipt.total,
    captured: receipt.captured,
    refunded: receipt.refunded,
    summary: {
      items: lines.slice(0, summaryItems).map(({ productId, title, variant, quantity }) => ({
        productId,
        title,
        variant,
        quantity,
      })),
      lines: lines.length,
      units: lines.reduce((total, line) => total + line.quantity, 0),
    },
    words: searchWords(view),
    kept: keepsAnything(order),
    cancelledAtFault: view.cancellations.some(
      ({ state, fault }) => state === 'cancelled' && fault === 'seller',
    ),
    revision,
  };
}
