import { type ClientBase, type Pool } from 'pg';
import { withTransaction } from '@app/database';
import { isBehind, type Position } from '@app/event-store';
import { type OrderEntry, type OrderLog } from '@app/order-log';
import { readCheckpoint } from '../projection/checkpoint.js';
import {
  buyerOrders,
  deadlines,
  detailsRow,
  orderDetails,
  orderMessages,
  orderTimeline,
  sellerOrders,
  sellerReviews,
  sellerSearch,
} from '../tables/tables.js';
import { deadlineRows } from '../views/deadlines.js';
import { listRows } from '../views/list-row.js';
import { type MessageRow, messageRows } from '../views/message-row.js';
import { type OrderView } from '../views/order-view.js';
import { reviewRows } from '../views/review-row.js';
import { sellerSearchRow } from '../views/seller-search.js';
import { type TimelineRow, timelineRow } from '../views/timeline.js';
import { viewAfter } from '../views/view-order.js';
import { compareRows } from './compare-rows.js';
import { type Difference } from './difference.js';

/**
 * Compares all rows of some orders with a fold of their histories up to the checkpoint. An order that is parked
 * is a difference by itself.
 */
export async function compareOrders(
  pool: Pool,
  orderLog: OrderLog,
  orderIds: readonly string[],
): Promise<Difference[]> {
  return withTransaction(pool, async (client) => {
    // Checkpoint and rows as one moment has them, while the projector goes on.
    await client.query('set transaction isolation level repeatable read, read only');
    const checkpoint = await readCheckpoint(client);
    const parked = await parkedAmong(client, orderIds);
    const compared = orderIds.filter((orderId) => parked.every(({ key }) => key.order_id !== orderId));
    const histories = await Promise.all(compared.map((orderId) => orderLog.history(orderId)));
    const orders = histories.map((history) => foldUpTo(checkpoint, history));

    const views = orders.flatMap(({ view }) => view ?? []);
    const timeline = orders.flatMap((order) => order.timeline);
    const messages = orders.flatMap((order) => order.messages);
    const lists = views.map(listRows);
    const buyers = lists.map(({ buyer }) => buyer);
    const sellers = lists.flatMap(({ seller }) => seller ?? []);
    return [
      ...parked,
      ...(await compareRows(client, orderDetails, compared, views.map(detailsRow))),
      ...(await compareRows(client, orderTimeline, compared, timeline)),
      ...(await compareRows(client, buyerOrders, compared, buyers)),
      ...(await compareRows(client, sellerOrders, compared, sellers)),
      ...(await compareRows(client, sellerSearch, compared, sellers.map(sellerSearchRow))),
      ...(await compareRows(client, deadlines, compared, views.flatMap(deadlineRows))),
      ...(await compareRows(client, orderMessages, compared, messages)),
      ...(await compareRows(client, sellerReviews, compared, views.flatMap(reviewRows))),
    ];
  });
}

async function parkedAmong(client: ClientBase, orderIds: readonly string[]): Promise<Difference[]> {
  const { rows } = await client.query<{ order_id: string; error: string }>(
    'select order_id, error from projection_failures where order_id = any($1)',
    [orderIds],
  );
  return rows.map(({ order_id, error }) => ({
    table: 'projection_failures',
    key: { order_id },
    column: 'error',
    expected: null,
    found: error,
  }));
}

function foldUpTo(
  checkpoint: Position | undefined,
  history: readonly OrderEntry[],
): { view: OrderView | undefined; timeline: TimelineRow[]; messages: MessageRow[] } {
  const timeline: TimelineRow[] = [];
  const messages: MessageRow[] = [];
  let view: OrderView | undefined;
  for (const entry of history.filter(({ position }) => checkpoint && !isBehind(position, checkpoint))) {
    view = viewAfter(view, entry);
    timeline.push(timelineRow(view, entry));
    messages.push(...messageRows(entry));
  }
  return { view, timeline, messages };
}
