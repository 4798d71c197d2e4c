import { positionAt, PostgresEventStore } from '@app/event-store';
import { listNotices, noticesConsumer } from '@app/notices';
import { orderStream, orderStreamPrefix } from '@app/order-log';
import { type Marketplace, type QueryCase } from '@app/read-models/testing';
import { releaseParked } from '@app/status-events';
import { consumed, deliverEvents, histories, ofOrder, statusEventsOf } from '@app/status-events/testing';
import { findTracking, trackingConsumer } from '@app/tracking';

const asked = (name: string, index: string, ask: QueryCase['ask']): QueryCase => ({ name, index, ask });

const fromStore = (
  name: string,
  index: string,
  read: (store: PostgresEventStore, marketplace: Marketplace, n: number) => Promise<unknown>,
): QueryCase =>
  asked(`event log: ${name}`, index, async (pool, marketplace, n) => {
    const store = new PostgresEventStore(pool);
    await read(store, marketplace, n);
    await store.close();
  });

async function all<T>(events: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const event of events) read.push(event);
  return read;
}

/** Status events 1 to 8 of five orders, of which a group has had the first two. */
const batch = (marketplace: Marketplace, n: number) =>
  consumed(
    Array.from({ length: 5 }, (_, index) =>
      marketplace.orderId((n + 7 * index + 1) % marketplace.orders),
    ).flatMap((orderId) => statusEventsOf(ofOrder(orderId, histories.completedByTimer))),
  );

/** The queries of notices, tracking, the event log and the consumers. */
export const orderLogQueries: readonly QueryCase[] = [
  asked('notices: of a usual buyer', 'notices_recipient_role_recipient_id_id_idx', (pool, marketplace, n) =>
    listNotices(pool, { role: 'buyer', id: marketplace.buyerId(n) }, { limit: 20 }),
  ),
  asked('notices: of the big seller', 'notices_recipient_role_recipient_id_id_idx', (pool) =>
    listNotices(pool, { role: 'seller', id: 'big' }, { limit: 20 }),
  ),
  asked('notices: later page', 'notices_recipient_role_recipient_id_id_idx', (pool, _, n) =>
    listNotices(pool, { role: 'seller', id: 'big' }, { limit: 20, cursor: String(2 * n) }),
  ),
  asked('tracking: of an order', 'tracking_pkey', (pool, marketplace, n) =>
    findTracking(pool, marketplace.orderId(n)),
  ),
  fromStore('an order', 'events_stream_revision_key', (store, marketplace, n) =>
    all(store.readStream(orderStream(marketplace.orderId(n)))),
  ),
  fromStore('an order, its last event', 'events_stream_revision_key', (store, marketplace, n) =>
    all(store.readStream(orderStream(marketplace.orderId(n)), { direction: 'backwards', maxCount: 1 })),
  ),
  fromStore('100 events from a position', 'events_pkey', (store, _, n) =>
    all(
      store.readAll({ after: positionAt(BigInt(2 * n)), streamPrefixes: [orderStreamPrefix], maxCount: 100 }),
    ),
  ),
  fromStore('100 events back from a position', 'events_pkey', (store, _, n) =>
    all(store.readAll({ after: positionAt(BigInt(2 * n)), direction: 'backwards', maxCount: 100 })),
  ),
  fromStore('its end', 'events_pkey', (store) => store.lastPosition()),
  asked('consumer: notices of 40 status events', 'consumed_orders_pkey', (pool, ...at) =>
    deliverEvents(pool, noticesConsumer, batch(...at)),
  ),
  asked('consumer: tracking of 40 status events', 'tracking_pkey', (pool, ...at) =>
    deliverEvents(pool, trackingConsumer, batch(...at)),
  ),
  asked('consumer: release of a parked order', 'parked_records', (pool, marketplace, n) =>
    releaseParked(pool, trackingConsumer, marketplace.orderId(n - (n % 20))),
  ),
];
