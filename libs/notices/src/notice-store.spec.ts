import { randomUUID } from 'node:crypto';
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
import { type Notice, type Recipient } from './notice.js';
import { listNotices, type StoredNotice } from './notice-store.js';
import { noticesConsumer } from './notices-consumer.js';
import { noticesFor as allFor } from './testing/notices-for.js';

/** Of an event, as they are listed. */
const noticesFor = (...of: Parameters<typeof allFor>) => allFor(...of).map(({ act: _, ...notice }) => notice);

describe('the notices that are kept', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  const keptFor = async (recipient: Recipient): Promise<StoredNotice[]> => [
    ...(await listNotices(database.pool, recipient, { limit: 1000 })).notices,
  ];
  const withoutId = ({ id: _, ...notice }: StoredNotice) => notice;
  const place = ({ orderId, sequence }: Pick<Notice, 'orderId' | 'sequence'>): string =>
    `${orderId}/${sequence}`;

  it('are given page by page, the newest first, and only to whom they are for', async () => {
    const events = statusEventsOf(
      ofOrder(randomUUID(), histories.shippedInTwoPackages, { buyerId: 'b-pages' }),
    );
    await deliverEvents(database.pool, noticesConsumer, consumed(events));

    const recipient = { role: 'buyer', id: 'b-pages' } as const;
    const pages: (readonly StoredNotice[])[] = [];
    let cursor: string | undefined;
    do {
      const page = await listNotices(database.pool, recipient, { cursor, limit: 5 });
      pages.push(page.notices);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(pages.map((page) => page.length)).toEqual([5, 5, 5]);
    const expected = events
      .flatMap((event) => noticesFor(event, 'en'))
      .filter((notice) => notice.recipient.role === 'buyer');
    expect(pages.flat().map(withoutId)).toEqual(expected.reverse());
    expect(await keptFor({ role: 'seller', id: 'b-pages' })).toEqual([]);
  });

  it('are one for each event and reader, however the events are repeated and reordered', () =>
    fc.assert(
      fc.asyncProperty(anyDeliveries, async ({ events, batches }) => {
        for (const batch of batches) await deliverEvents(database.pool, noticesConsumer, batch);
        const expected = events.flatMap((event) => noticesFor(event, 'en'));
        const orders = new Set(events.map((event) => event.partitionkey));
        const kept = [
          ...(await keptFor({ role: 'buyer', id: 'b-1' })),
          ...(await keptFor({ role: 'seller', id: 's-1' })),
        ].filter((notice) => orders.has(notice.orderId));
        expect(kept.map(place).sort()).toEqual(expected.map(place).sort());
        expect(kept.map(withoutId)).toEqual(expect.arrayContaining(expected));
      }),
      { numRuns: 25 },
    ));

  it('are one for one act, also where its events come one by one', async () => {
    const act = { commandId: 'cancel-1' };
    const history = ofOrder(randomUUID(), histories.cancellationsAskedFor, { buyerId: 'b-act' });
    const events = statusEventsOf(history, act).slice(0, 9);
    for (const event of events) await deliverEvents(database.pool, noticesConsumer, consumed([event]));
    const [notice, ...others] = await keptFor({ role: 'buyer', id: 'b-act' });
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ sequence: 9, kind: 'placed' });
    expect(notice!.body).toMatch(
      /^You ordered .* will not be sent\. .* You should have it by January 23, 2026\.$/,
    );
  });

  it('say of an act the same whether its events come one by one or at once', async () => {
    const kindsOf = async (buyerId: string, batchSize: number) => {
      const history = ofOrder(randomUUID(), histories.shippedInTwoPackages, { buyerId });
      const events = statusEventsOf(history).map((event) =>
        event.type.endsWith('package-arranged.v1') || event.type.endsWith('.shipped.v1')
          ? { ...event, causationid: 'ship' }
          : event,
      );
      for (let at = 0; at < events.length; at += batchSize)
        await deliverEvents(database.pool, noticesConsumer, consumed(events.slice(at, at + batchSize)));
      return (await keptFor({ role: 'buyer', id: buyerId })).map(({ kind }) => kind).reverse();
    };
    const atOnce = await kindsOf('b-at-once', 100);
    expect(atOnce).toContain('shipped');
    expect(atOnce).not.toContain('package-arranged');
    expect(await kindsOf('b-one-by-one', 1)).toEqual(atOnce);
  });

  it('are not doubled where the same events are applied anew under another name', async () => {
    const events = statusEventsOf(ofOrder(randomUUID(), histories.neverPaidInTime, { buyerId: 'b-twice' }));
    for (const group of ['notices-1', 'notices-2'])
      await deliverEvents(database.pool, { ...noticesConsumer, group }, consumed(events));
    expect(await keptFor({ role: 'buyer', id: 'b-twice' })).toHaveLength(4);
  });
});
