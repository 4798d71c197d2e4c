import { type ClientBase, type Pool } from 'pg';
import { withTransaction } from '@app/database';
import { isBehind, type Position, StreamDamaged } from '@app/event-store';
import { listParkedStreams, readCheckpoint } from '@app/followers';
import { type OrderEntry, type OrderLog, orderStream, orderStreamPrefix } from '@app/order-log';
import { projector } from '../projection/order-projection.js';
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
    // And no other tables take their place meanwhile.
    await client.query('lock table read_models in access share mode');
    const { position: checkpoint } = await readCheckpoint(client, projector);
    const parked = await parkedAmong(client, orderIds);
    const unparked = orderIds.filter((orderId) => parked.every(({ key }) => key.order_id !== orderId));
    const read = await Promise.all(unparked.map((orderId) => foldUpTo(checkpoint, orderLog, orderId)));
    const damaged = read.filter(isDamage);
    const orders = read.filter((order): order is FoldedHistory => !isDamage(order));
    const compared = unparked.filter((orderId) => damaged.every(({ key }) => key.order_id !== orderId));

    const views = orders.flatMap(({ view }) => view ?? []);
    const timeline = orders.flatMap((order) => order.timeline);
    const messages = orders.flatMap((order) => order.messages);
    const lists = views.map(listRows);
    const buyers = lists.map(({ buyer }) => buyer);
    const sellers = lists.flatMap(({ seller }) => seller ?? []);
    return [
      ...parked,
      ...damaged,
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
  const parked = await listParkedStreams(client, { follower: projector });
  const wanted = new Set(orderIds.map(orderStream));
  return parked
    .filter(({ stream }) => wanted.has(stream))
    .map(({ stream, problem }) => ({
      table: 'parked_streams',
      key: { order_id: stream.slice(orderStreamPrefix.length) },
      column: 'problem',
      expected: null,
      found: problem,
    }));
}

interface FoldedHistory {
  readonly view: OrderView | undefined;
  readonly timeline: readonly TimelineRow[];
  readonly messages: readonly MessageRow[];
}

const isDamage = (order: FoldedHistory | Difference): order is Difference => 'table' in order;

/** What the rows should be; the damage where the history cannot be understood. */
async function foldUpTo(
  checkpoint: Position | undefined,
  orderLog: OrderLog,
  orderId: string,
): Promise<FoldedHistory | Difference> {
  try {
    const history = await orderLog.history(orderId);
    return foldEntries(history.filter(({ position }) => checkpoint && !isBehind(position, checkpoint)));
  } catch (error) {
    if (!(error instanceof StreamDamaged)) throw error;
    const found = error.message;
    return { table: 'event log', key: { order_id: orderId }, column: 'history', expected: null, found };
  }
}

function foldEntries(history: readonly OrderEntry[]): FoldedHistory {
  const timeline: TimelineRow[] = [];
  const messages: MessageRow[] = [];
  let view: OrderView | undefined;
  for (const entry of history) {
    view = viewAfter(view, entry);
    timeline.push(timelineRow(view, entry));
    messages.push(...messageRows(entry));
  }
  return { view, timeline, messages };
}
