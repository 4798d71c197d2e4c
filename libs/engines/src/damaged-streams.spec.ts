import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { isBehind, type Position, PostgresEventStore } from '@app/event-store';
import { damages, setMetadata } from '@app/event-store/testing';
import { listParkedStreams, readCheckpoints } from '@app/followers';
import { type CouponTerms, type OrderEvent } from '@app/ordering';
import { create, given, pay } from '@app/ordering/testing';
import { loadSettings } from '@app/platform';
import { projectorWork } from '@app/read-models';
import { appendTo } from '@app/read-models/testing';
import { Coupons, couponStream, reservationWork } from '@app/reservations';
import { publisherWork } from '@app/status-events';
import { runForever } from '@app/workers';
import { until } from '@app/workers/testing';
import { openEngines } from './engines.js';

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
  const work = [
    projectorWork({ pool, eventStore }),
    publisherWork({ pool, orderLog, statusLog }),
    reservationWork({ pool, eventStore, orderLog, resources, onUnsettled: () => {} }),
  ].map((each) => runForever(each, signal));
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
    const checkpoints = await readCheckpoints(database.pool);
    return followers.every((name) => {
      const { position } = checkpoints.get(name) ?? {};
      return position !== undefined && newest !== undefined && !isBehind(newest, position);
    });
  });

const historyOf = (orderId: string): readonly OrderEvent[] =>
  given(create({ orderId }), pay(), { type: 'confirm' }).events;
const take = (orderId: string, from: number, to: number) =>
  appendTo(log, orderId, historyOf(orderId).slice(from, to), from);

/** What the lists and the status events tell of an order: the revision, and each sequence that was published. */
async function shownAndPublished(orderId: string) {
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

/** One order, or coupon, for each damage. */
const victims = damages.map((damage, nr) => ({ ...damage, id: `damaged-${nr}` }));
const curable = victims.filter((victim) => victim.curable);
const takeAll = async (some: readonly { id: string }[], from: number, to: number) => {
  for (const { id } of some) await take(id, from, to);
};

/** What a follower has parked, and why. */
const parkedBy = async (follower: string) =>
  (await listParkedStreams(database.pool, { follower }))
    .map(({ stream, reason }) => `${stream} ${reason}`)
    .sort();
const expected = (prefix: string) => victims.map(({ id, damage }) => `${prefix}${id} ${damage}`).sort();

describe('damaged orders', () => {
  it('stop no other, before and after a restart', async () => {
    await takeAll([...victims, { id: 'whole' }], 0, 1);
    const stop = await start();
    await caughtUp();
    for (const { id, do: harm } of victims) await harm(log, `order-${id}`);
    await take('whole', 1, 2);
    await caughtUp();
    expect(await shownAndPublished('whole')).toEqual({ shown: 1, published: [1, 2] });
    for (const follower of followers) expect(await parkedBy(follower)).toEqual(expected('order-'));

    await stop();
    await take('whole', 2, 3);
    await take('new', 0, 1);
    await start();
    await caughtUp();
    expect(await shownAndPublished('whole')).toEqual({ shown: 2, published: [1, 2, 3] });
    expect(await shownAndPublished('new')).toEqual({ shown: 0, published: [1] });
    for (const { id } of victims) expect(await shownAndPublished(id)).toEqual({ shown: 0, published: [1] });
  });

  it('stop no other where all is derived anew', async () => {
    await takeAll(victims, 0, 1);
    for (const { id, do: harm } of victims) await harm(log, `order-${id}`);
    await take('whole', 0, 2);
    await start();
    await caughtUp();
    expect(await shownAndPublished('whole')).toEqual({ shown: 1, published: [1, 2] });
    for (const follower of followers) expect(await parkedBy(follower)).toEqual(expected('order-'));
  });

  it('are gone on with by themselves once they are mended, with nothing lost and nothing twice', async () => {
    await takeAll(curable, 0, 1);
    const first = await start();
    await caughtUp();
    await first();
    for (const { id, do: harm } of curable) await harm(log, `order-${id}`);
    await takeAll(curable, 1, 2);
    const second = await start();
    await take('whole', 0, 1);
    await caughtUp();
    for (const { id } of curable) expect(await shownAndPublished(id)).toEqual({ shown: 0, published: [1] });

    for (const { id } of curable) await setMetadata(log, `order-${id}`);
    await until('nothing is parked', async () => (await listParkedStreams(database.pool)).length === 0);
    await takeAll([...curable], 2, 3);
    await take('whole', 1, 2);
    await caughtUp();
    await second();
    await start();
    await take('whole', 2, 3);
    await caughtUp();
    for (const { id } of [...curable, { id: 'whole' }])
      expect(await shownAndPublished(id)).toEqual({ shown: 2, published: [1, 2, 3] });
  });
});

describe('damaged coupons', () => {
  it('stop no order and no other coupon', async () => {
    const coupons = new Coupons(log);
    const terms: Omit<CouponTerms, 'code'> = {
      sellerId: 's-1',
      label: 'Sale',
      currency: 'EUR',
      benefit: { kind: 'percentage', basisPoints: 1000 },
    };
    const issue = (code: string) => coupons.issue({ ...terms, code }, '2026-01-05T09:00:00.000Z', {});
    for (const { id } of victims) await issue(id);
    await start();
    for (const { id, do: harm } of victims) await harm(log, couponStream('s-1', id));
    await issue('whole');
    await take('whole', 0, 2);
    await caughtUp();
    expect(await shownAndPublished('whole')).toEqual({ shown: 1, published: [1, 2] });
    const listed = () => database.pool.query(`select from coupons where code = 'whole'`);
    await until('the last coupon is listed', async () => (await listed()).rowCount === 1);
    expect(await parkedBy('reservations/coupon')).toEqual(expected('coupon-s-1/'));
  });
});
