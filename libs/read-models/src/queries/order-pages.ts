import { type Pool } from 'pg';
import { type BuyerTab, type SellerTab } from '@app/ordering';
import { readCursor } from './cursor.js';
import { type ListedOrder, type ListQuery, type Page } from './list-orders.js';

/** Orders that are in memory at once. */
const pageSize = 500;

/**
 * All of a list, page after page, the newest orders first. No transaction and no connection is held between the
 * pages, however slowly they are taken: an order that changes meanwhile is as it is when its page is read.
 */
export async function* orderPages<Tab extends BuyerTab | SellerTab>(
  list: (pool: Pool, ownerId: string, query: ListQuery<Tab>) => Promise<Page<Tab>>,
  pool: Pool,
  ownerId: string,
  filter: Omit<ListQuery<Tab>, 'after' | 'limit'>,
): AsyncGenerator<readonly ListedOrder<Tab>[], void> {
  let next: string | undefined;
  do {
    const after = next === undefined ? undefined : readCursor(next);
    const page = await list(pool, ownerId, { ...filter, after, limit: pageSize });
    yield page.orders;
    next = page.next;
  } while (next !== undefined);
}
