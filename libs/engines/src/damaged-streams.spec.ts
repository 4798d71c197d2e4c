import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Coupons } from '@app/coupons';
import { isBehind, type Position, PostgresEventStore } from '@app/event-store';
import { listParked, readBookmarks } from '@app/followers';
import { type OrderEvent } from '@app/ordering';
import { loadSettings } from '@app/platform';
import { type CouponTerms } from '@app/pricing';
import { runProjector } from '@app/read-models';
import { runReservations } from '@app/reservations';
import { runPublisher } from '@app/status-events';
import { testDatabase, type TestDatabase } from '../../database/src/testing/test-database.js';
import { damages, setMetadata } from '../../event-store/src/testing/damages.js';
import { create, given, pay } from '../../ordering/src/testing/scenario.js';
import { append } from '../../read-models/src/testing/entries.js';
import { until } from '../../status-events/src/testing/until.js';
import { openEngines } from './engines.js';

const stream = 'order-damaged';
const followers = ['projector', 'publisher'];

let database: TestDatabase;
let log: PostgresEventStore;
let running: (() => Promise<void>)[];
beforeEach(async () => {
  database = await testDatabase();
  log = new PostgresEventStore(database.pool);
  running = [];
});
afterEach(async () => {
  for (const stop of running) await stop();
  await log.close();
  await database.drop();
});

/** All followers in a process of their own, which remembers nothing. */
async function start(): Promise<() => Promise<void>> {
  const engines = await openEngines(loadSettings({ DATABASE_URL: database.url }));
  const { eventStore, orderLog, resources, statusLog } = engines;
  const { pool } = engines.database;
  const end = new AbortController();
  const { signal } = end;
  const none = (): void => {};
  const work = [
    runProjector({ pool, eventStore, signal }),
    runPublisher({ pool, orderLog, statusLog, signal, log: none }),
    runReservations({ pool, eventStore, orderLog, resources, signal, onFailure: none, onUnsettled: none }),
  ];
  const stop = async (): Promise<void> => {
    running = running.filter((other) => other !== stop);
    end.abort();
    await Promise.all(work);
    await engines.close();
  };
  running.push(stop);
  return stop;
}

/** Until all that shows and tells of orders has come to the end of the log. */
const caughtUp = () =>
  until('all have caught up', async () => {
    let newest: Position | undefined;
    const orders = { direction: 'backwards', maxCount: 1, streamPrefixes: ['order-', '$$order-'] } as const;
    for await (const { position } of log.readAll(orders)) newest = position;
    const bookmarks = await readBookmarks(database.pool);
    return followers.every((name) => {
      const { position } = bookmarks.get(name) ?? {};
      return position !== undefined && newest !== undefined && !isBehind(newest, position);
    });
  });

const historyOf = (orderId: string): readonly OrderEvent[] =>
  given(create({ orderId }), pay(), { type: 'confirm' }).events;
const take = (orderId: string, from: number, to: number) =>
  append(log, orderId, historyOf(orderId).slice(from, to), from);

/** What the lists and the status events tell of an order: the revision, and each sequence that was published. */
async function told(orderId: string) {
  const { rows: details } = await database.pool.query<{ revision: string }>(
    'select revision from order_details where order_id = $1',
    [orderId],
  );
  const { rows: records } = await database.pool.query<{ sequence: string }>(
    `select headers->>'ce_sequence' as sequence from status_records where key = $1 order by record_offset`,
    [orderId],
  );
  const published = records.map(({ sequence }) => Number(sequence));
  return { shown: details[0] && Number(details[0].revision), published };
}

const parkedBy = async () =>
  (await listParked(database.pool, { stream })).map(({ follower }) => follower).sort();

describe('an order that', () => {
  it.each(damages)('$what stops no other, before and after a restart', async ({ damage, do: harm }) => {
    await take('damaged', 0, 1);
    await take('whole', 0, 1);
    const stop = await start();
    await caughtUp();
    await harm(log, stream);
    await take('whole', 1, 2);
    await caughtUp();
    expect(await told('whole')).toEqual({ shown: 1, published: [1, 2] });
    expect(await parkedBy()).toEqual(expect.arrayContaining(['projector', 'publisher']));
    expect(new Set((await listParked(database.pool)).map(({ reason }) => reason))).toEqual(new Set([damage]));

    await stop();
    await take('whole', 2, 3);
    await take('new', 0, 1);
    await start();
    await caughtUp();
    expect(await told('whole')).toEqual({ shown: 2, published: [1, 2, 3] });
    expect(await told('new')).toEqual({ shown: 0, published: [1] });
    expect(await told('damaged')).toEqual({ shown: 0, published: [1] });
  });

  it.each(damages)('$what stops no other where all is derived anew', async ({ do: harm }) => {
    await take('damaged', 0, 1);
    await harm(log, stream);
    await take('whole', 0, 2);
    await start();
    await caughtUp();
    expect(await told('whole')).toEqual({ shown: 1, published: [1, 2] });
    expect(await parkedBy()).toEqual(expect.arrayContaining(['projector', 'publisher']));
  });

  it.each(damages.filter(({ curable }) => curable))(
    'no longer $what is gone on with by itself, with nothing lost and nothing twice',
    async ({ do: harm }) => {
      await take('damaged', 0, 1);
      const stop = await start();
      await caughtUp();
      await stop();
      await harm(log, stream);
      await take('damaged', 1, 2);
      await start();
      await caughtUp();
      await take('whole', 0, 1);
      await caughtUp();
      expect(await told('damaged')).toEqual({ shown: 0, published: [1] });

      await setMetadata(log, stream);
      await until('it is parked no more', async () => (await parkedBy()).length === 0);
      await take('damaged', 2, 3);
      await take('whole', 1, 2);
      await caughtUp();
      expect(await told('damaged')).toEqual({ shown: 2, published: [1, 2, 3] });
      expect(await told('whole')).toEqual({ shown: 1, published: [1, 2] });

      for (const stopped of running) await stopped();
      await start();
      await take('whole', 2, 3);
      await caughtUp();
      expect(await told('whole')).toEqual({ shown: 2, published: [1, 2, 3] });
      expect(await told('damaged')).toEqual({ shown: 2, published: [1, 2, 3] });
    },
  );
});

describe('a coupon that', () => {
  const terms: CouponTerms = {
    code: 'C-1',
    sellerId: 's-1',
    currency: 'EUR',
    label: 'Sale',
    benefit: { kind: 'percentage', basisPoints: 1000 },
  };

  it.each(damages)('$what stops no order', async ({ do: harm }) => {
    const coupon = 'coupon-s-1/C-1';
    await new Coupons(log).issue(terms, '2026-01-05T09:00:00.000Z', {});
    await start();
    await harm(log, coupon);
    await take('whole', 0, 2);
    await caughtUp();
    expect(await told('whole')).toEqual({ shown: 1, published: [1, 2] });
    await until('it is parked', async () => (await listParked(database.pool)).length > 0);
    expect(await listParked(database.pool)).toMatchObject([
      { follower: 'reservations/coupon', stream: coupon },
    ]);
  });
});
