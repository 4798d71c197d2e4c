import { type Pool, type PoolClient } from 'pg';
import { type TrackedEvent, type TrackedPackage, trackingAfter, type TrackingView } from './tracking-view.js';

/** Where the packages of an order are, and whose order it is. */
export interface OrderTracking {
  readonly orderId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly packages: readonly TrackedPackage[];
}

/** Undefined as long as the order has no package. */
export async function findTracking(pool: Pool, orderId: string): Promise<OrderTracking | undefined> {
  const { rows } = await pool.query<{ buyer_id: string; seller_id: string; view: TrackingView }>(
    'select buyer_id, seller_id, view from tracking where order_id = $1',
    [orderId],
  );
  return rows.map((row) => ({
    orderId,
    buyerId: row.buyer_id,
    sellerId: row.seller_id,
    packages: row.view.packages,
  }))[0];
}

/** Brings the views of the events' orders up to date. */
export async function updateTracking(tx: PoolClient, events: readonly TrackedEvent[]): Promise<void> {
  const orderIds = [...new Set(events.map((event) => event.data.orderId))];
  const { rows } = await tx.query<{ order_id: string; view: TrackingView }>(
    'select order_id, view from tracking where order_id = any($1)',
    [orderIds],
  );
  const views = new Map(rows.map((row) => [row.order_id, row.view]));
  const changed = new Map<string, TrackedEvent>();
  for (const event of events) {
    const before = views.get(event.data.orderId);
    const after = trackingAfter(before, event);
    if (after === undefined || after === before) continue;
    views.set(event.data.orderId, after);
    changed.set(event.data.orderId, event);
  }
  if (changed.size > 0) await store(tx, [...changed.values()], views);
}

/** Each order's last event names its row. */
async function store(
  tx: PoolClient,
  last: readonly TrackedEvent[],
  views: ReadonlyMap<string, TrackingView>,
): Promise<void> {
  await tx.query(
    `insert into tracking (order_id, buyer_id, seller_id, sequence, view)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::jsonb[])
     on conflict (order_id) do update set sequence = excluded.sequence, view = excluded.view`,
    [
      last.map(({ data }) => data.orderId),
      last.map(({ data }) => data.buyerId),
      last.map(({ data }) => data.sellerId),
      last.map(({ sequence }) => sequence),
      last.map(({ data }) => JSON.stringify(views.get(data.orderId))),
    ],
  );
}
