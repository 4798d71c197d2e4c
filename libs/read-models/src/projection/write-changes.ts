import { type ClientBase } from 'pg';
import { writeRows } from '../tables/table.js';
import {
  buyerOrders,
  detailsRow,
  orderDetails,
  orderTimeline,
  sellerOrders,
  sellerSearch,
} from '../tables/tables.js';
import { listRows, sellerTabsOf } from '../views/list-row.js';
import { sellerSearchRow } from '../views/seller-search.js';
import { type OrderChange } from './fold-events.js';
import { writeSellerCounts } from './seller-counts.js';

/** Writes the changes to every table, each with one statement. The caller's transaction holds them together. */
export async function writeChanges(client: ClientBase, changes: readonly OrderChange[]): Promise<void> {
  const rows = changes.map(({ before, after, timeline }) => ({
    details: detailsRow(after),
    timeline,
    ...listRows(after),
    newToSeller: before === undefined || sellerTabsOf(before).length === 0,
  }));
  const details = rows.map((row) => row.details);
  const timeline = rows.flatMap((row) => row.timeline);
  const buyers = rows.map((row) => row.buyer);
  const sellers = rows.flatMap((row) => row.seller ?? []);
  // The terms never change: they are written as the seller sees the order for the first time.
  const searchable = rows.flatMap(({ newToSeller, seller }) => (newToSeller && seller) || []);

  await writeRows(client, orderDetails, details);
  await writeRows(client, orderTimeline, timeline);
  await writeRows(client, buyerOrders, buyers);
  await writeRows(client, sellerOrders, sellers);
  await writeRows(client, sellerSearch, searchable.map(sellerSearchRow));
  await writeSellerCounts(client, changes);
}
