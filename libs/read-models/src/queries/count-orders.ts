import { type Pool } from 'pg';
import { type BuyerTab, buyerTabs, type SellerTab, sellerTabs } from '@app/ordering';
import { readRows } from './read-rows.js';

/** How many orders stand in each tab. An order can stand in two tabs, but is one of `all`. */
export type TabCounts<Tab extends string> = Readonly<Record<Tab | 'all', number>>;

export async function countBuyerOrders(pool: Pool, buyerId: string): Promise<TabCounts<BuyerTab>> {
  const text = `
    select tab, count(*) as orders from buyer_orders where buyer_id = $1 group by tab
    union all
    select 'returns-and-refunds', count(*) from buyer_orders where buyer_id = $1 and in_aftercare
    union all
    select 'all', count(*) from buyer_orders where buyer_id = $1`;
  return counts(buyerTabs, await readRows(pool, text, [buyerId]));
}

export async function countSellerOrders(pool: Pool, sellerId: string): Promise<TabCounts<SellerTab>> {
  const text = 'select tab, orders from seller_counts where seller_id = $1';
  return counts(sellerTabs, await readRows(pool, text, [sellerId]));
}

/** Orders of a seller's that a buyer has completed, without those that were given back as a whole. */
export async function countCompletedOrders(pool: Pool, buyerId: string, sellerId: string): Promise<number> {
  const text = `
    select count(*) as orders from buyer_orders
    where buyer_id = $1 and seller_id = $2 and status = 'Completed' and kept is not false`;
  const [row] = await readRows<{ orders: number }>(pool, text, [buyerId, sellerId]);
  return row!.orders;
}

function counts<Tab extends string>(
  tabs: readonly Tab[],
  rows: readonly { tab: Tab | 'all'; orders: number }[],
): TabCounts<Tab> {
  const found = new Map(rows.map(({ tab, orders }) => [tab, orders]));
  const entries = ['all' as const, ...tabs].map((tab) => [tab, found.get(tab) ?? 0]);
  return Object.fromEntries(entries) as TabCounts<Tab>;
}
