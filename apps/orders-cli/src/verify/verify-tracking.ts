import { type Pool } from 'pg';
import { type OrderEntry, type OrderLog } from '@app/order-log';
import { evolve, type Order } from '@app/ordering';
import { toStatusEvent } from '@app/status-events';
import {
  findTracking,
  isTracked,
  type TrackedPackage,
  trackingAfter,
  type TrackingView,
} from '@app/tracking';
import { stillDiffers } from './still-differs.js';

/** Orders that are compared at once. */
const chunk = 50;

/** An order whose packages are tracked otherwise than its events say. */
export interface TrackingDifference {
  readonly table: 'tracking';
  readonly key: { readonly order_id: string };
  readonly column: 'packages';
  readonly expected?: readonly TrackedPackage[];
  readonly found?: readonly TrackedPackage[];
}

interface Sources {
  readonly pool: Pool;
  readonly orderLog: OrderLog;
}

/** Compares the tracking of every order of the log with what its status events make of it. */
export async function* verifyTracking(sources: Sources): AsyncGenerator<TrackingDifference> {
  let orderIds: string[] = [];
  for await (const { orderId, revision } of sources.orderLog.everything()) {
    if (revision === 0) orderIds.push(orderId);
    if (orderIds.length < chunk) continue;
    yield* await compareAll(sources, orderIds);
    orderIds = [];
  }
  yield* await compareAll(sources, orderIds);
}

async function compareAll(sources: Sources, orderIds: readonly string[]): Promise<TrackingDifference[]> {
  const compared = await Promise.all(orderIds.map((orderId) => compare(sources, orderId)));
  return compared.filter((difference) => difference !== undefined);
}

async function compare(
  { pool, orderLog }: Sources,
  orderId: string,
): Promise<TrackingDifference | undefined> {
  const difference = await stillDiffers(async () => {
    const expected = trackedBy(await orderLog.history(orderId))?.packages.map(asStored);
    const tracking = await findTracking(pool, orderId);
    return { expected, found: tracking?.packages };
  });
  return difference && { table: 'tracking', key: { order_id: orderId }, column: 'packages', ...difference };
}

/** What a history's status events make of the order's tracking. */
function trackedBy(history: readonly OrderEntry[]): TrackingView | undefined {
  let order: Order | undefined;
  let view: TrackingView | undefined;
  for (const entry of history) {
    const after = evolve(order, entry.event);
    const event = toStatusEvent(order, after, entry);
    if (isTracked(event)) view = trackingAfter(view, event);
    order = after;
  }
  return view;
}

/** As the table gives it back, which knows no property without a value. */
const asStored = (parcel: TrackedPackage): TrackedPackage =>
  JSON.parse(JSON.stringify(parcel)) as TrackedPackage;
