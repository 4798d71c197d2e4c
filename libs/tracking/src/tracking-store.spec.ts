import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import {
  anyDeliveries,
  consumed,
  deliverEvents,
  histories,
  ofOrder,
  statusEventsOf,
} from '@app/status-events/testing';
import { english } from '@app/words';
import { showTracking } from './show-tracking.js';
import { trackingConsumer } from './tracking-consumer.js';
import { findTracking } from './tracking-store.js';
import { isTracked, trackingAfter, type TrackingView } from './tracking-view.js';

describe('the tracking that is kept', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('tells whose order it is, and leads to the carrier where its page is known', async () => {
    const history = ofOrder('shipped', histories.shippedInTwoPackages).map((event) =>
      event.type === 'PackageArranged' && event.data.packageId === 'box-2'
        ? { ...event, data: { ...event.data, carrier: 'UPS' } }
        : event,
    );
    const events = statusEventsOf(history, { imported: true });
    await deliverEvents(database.pool, trackingConsumer, consumed(events.slice(0, 7)));
    await deliverEvents(database.pool, trackingConsumer, consumed(events.slice(7)));
    const tracking = (await findTracking(database.pool, 'shipped'))!;
    expect(showTracking(tracking, english)).toEqual({
      orderId: 'shipped',
      buyerId: 'b-1',
      sellerId: 's-1',
      packages: [
        expect.objectContaining({ packageId: 'box-1', carrier: 'jne', carrierName: 'JNE' }),
        expect.objectContaining({ packageId: 'box-2', link: 'https://www.ups.com/track?tracknum=JNE2' }),
      ],
    });
  });

  it('knows nothing of an order without a package', async () => {
    await deliverEvents(database.pool, trackingConsumer, consumed(statusEventsOf(histories.neverPaidInTime)));
    expect(await findTracking(database.pool, 'o-1')).toBeUndefined();
  });

  it('is what the events say in their order, however they are repeated and reordered', () =>
    fc.assert(
      fc.asyncProperty(anyDeliveries, async ({ events, batches }) => {
        for (const batch of batches) await deliverEvents(database.pool, trackingConsumer, batch);
        for (const orderId of new Set(events.map((event) => event.partitionkey))) {
          const own = events.filter((event) => event.partitionkey === orderId);
          const expected = own.filter(isTracked).reduce<TrackingView | undefined>(trackingAfter, undefined);
          expect((await findTracking(database.pool, orderId))?.packages).toEqual(expected?.packages);
        }
      }),
      { numRuns: 25 },
    ));
});
