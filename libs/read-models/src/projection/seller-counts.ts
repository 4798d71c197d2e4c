import { type SellerTab } from '@app/ordering';
import { type Statement } from '../tables/table.js';
import { sellerTabsOf } from '../views/list-row.js';
import { type OrderView } from '../views/order-view.js';
import { type OrderChange } from './fold-events.js';

/** By how many orders the number in one of a seller's tabs grew or, below zero, shrank. */
interface CountChange {
  readonly sellerId: string;
  readonly tab: SellerTab | 'all';
  readonly orders: number;
}

/** Counts what the changes moved in and out of tabs. Right only if each change is written exactly once. */
export const counting = (changes: readonly OrderChange[]): Statement => ({
  name: 'write seller_counts',
  text: `insert into seller_counts (seller_id, tab, orders)
    select "sellerId", tab, orders
    from json_to_recordset($1) as moved ("sellerId" text, tab text, orders bigint)
    on conflict (seller_id, tab) do update set orders = seller_counts.orders + excluded.orders`,
  values: [JSON.stringify(countChanges(changes))],
});

function countChanges(changes: readonly OrderChange[]): CountChange[] {
  const sums = new Map<string, CountChange>();
  const count = (view: OrderView | undefined, by: 1 | -1): void => {
    if (view === undefined) return;
    const { sellerId } = view.order;
    const tabs = sellerTabsOf(view);
    for (const tab of tabs.length === 0 ? [] : (['all', ...tabs] as const)) {
      const key = `${tab} ${sellerId}`;
      sums.set(key, { sellerId, tab, orders: (sums.get(key)?.orders ?? 0) + by });
    }
  };
  for (const { before, after } of changes) {
    count(before, -1);
    count(after, 1);
  }
  return [...sums.values()].filter(({ orders }) => orders !== 0);
}
