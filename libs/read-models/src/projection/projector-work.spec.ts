import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { orderStream } from '@app/order-log';
import { type OrderEvent } from '@app/ordering';
import { create, deliver, given, pay, ship } from '@app/ordering/testing';
import { histories } from '@app/status-events/testing';
import { runForever } from '@app/workers';
import { until } from '@app/workers/testing';
import { orderDetail } from '../queries/order-detail.js';
import { appendTo } from '../testing/entries.js';
import { differences, project } from '../testing/projected.js';
import { type ProjectorProgress } from './follow-orders.js';
import { OrderProjection } from './order-projection.js';
import { projectorWork } from './projector-work.js';

let database: TestDatabase;
let eventStore: PostgresEventStore;
beforeAll(async () => {
  database = await testDatabase();
  eventStore = new PostgresEventStore(database.pool);
});
afterAll(async () => {
  await eventStore.close();
  await database.drop();
});

const run = (sql: string) => database.pool.query<Record<string, unknown>>(sql);
const verify = () => differences(database.pool, eventStore);
const revisionOf = async (orderId: string) => (await orderDetail(database.pool, orderId))?.view.revision;

/** Appends a history under an order id of its own. */
async function place(events: readonly OrderEvent[]): Promise<string> {
  const orderId = randomUUID();
  await appendTo(eventStore, orderId, withId(orderId, events));
  return orderId;
}
const withId = (orderId: string, events: readonly OrderEvent[]): OrderEvent[] =>
  events.map((event) =>
    event.type === 'OrderPlaced' ? { ...event, data: { ...event.data, orderId } } : event,
  );

/** Runs a projector beside the test, which ends it. */
function start(onProgress?: (progress: ProjectorProgress) => void) {
  const stop = new AbortController();
  const failures: unknown[] = [];
  const work = projectorWork({ pool: database.pool, eventStore, onProgress });
  const ended = runForever(work, stop.signal, { onFailure: (error) => failures.push(error) });
  return {
    failures,
    stop: () => {
      stop.abort();
      return ended;
    },
  };
}

const placed = given(create()).events;
const paid = given(create(), pay()).events;

describe('the projector', () => {
  it('projects what the log holds and what is added to it', async () => {
    const before = await place(histories.shippedInTwoPackages);
    const projector = start();
    await until('the first order is there', async () => (await revisionOf(before)) === 14);
    const after = await place(paid);
    await until('the second order is there', async () => (await revisionOf(after)) === 1);
    await projector.stop();
    expect(await verify()).toEqual([]);
  });

  it('goes on from its checkpoint', async () => {
    await place(placed);
    await project(database.pool, eventStore);
    const orderId = await place(placed);
    await appendTo(eventStore, orderId, paid.slice(1), 1);
    let events = 0;
    await project(database.pool, eventStore, { onProgress: (progress) => (events += progress.events) });
    expect(events).toBe(2);
    expect(await verify()).toEqual([]);
  });

  it.each([
    'order_details',
    'order_timeline',
    'buyer_orders',
    'seller_orders',
    'seller_search',
    'seller_counts',
    'order_messages',
    'seller_reviews',
    'seller_ratings',
    'followers',
  ])('killed while it writes to %s, it skips nothing and doubles nothing', async (table) => {
    const orderId = await place(histories.talkedAbout);
    await run(`
      create function kill() returns trigger language plpgsql as $$
        begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
      create trigger kill after insert or update on ${table} execute function kill()`);
    const stop = new AbortController();
    const failures: unknown[] = [];
    await runForever(projectorWork({ pool: database.pool, eventStore }), stop.signal, {
      onFailure(error) {
        failures.push(error);
        stop.abort();
      },
    });
    expect(String(failures)).toMatch(/terminat/i);
    expect(await revisionOf(orderId)).toBeUndefined();
    await run('drop function kill cascade');
    await project(database.pool, eventStore);
    expect(await revisionOf(orderId)).toBe(histories.talkedAbout.length - 1);
    expect(await verify()).toEqual([]);
  });

  it('waits until a failing database is well again, though no new event wakes it', async () => {
    await run('alter table buyer_orders rename to gone');
    const projector = start();
    const orderId = await place(paid);
    await until('it has failed', () => projector.failures.length > 1);
    await run('alter table gone rename to buyer_orders');
    await until('the order is there', async () => (await revisionOf(orderId)) === 1);
    await projector.stop();
    expect(await verify()).toEqual([]);
  });

  it('works alone: a second one waits, and takes over', async () => {
    const worked: string[] = [];
    const first = start(({ events }) => events > 0 && worked.push('first'));
    const one = await place(paid);
    await until('the first one works', async () => (await revisionOf(one)) === 1);
    const second = start(({ events }) => events > 0 && worked.push('second'));
    const two = await place(paid);
    await until('somebody works', async () => (await revisionOf(two)) === 1);
    expect(new Set(worked)).toEqual(new Set(['first']));

    await first.stop();
    const three = await place(paid);
    await until('the second one works', async () => (await revisionOf(three)) === 1);
    await second.stop();
    expect(worked.at(-1)).toBe('second');
    expect(await verify()).toEqual([]);
  });

  it('gives up a batch whose events somebody else has projected meanwhile', async () => {
    await project(database.pool, eventStore);
    const client = await database.pool.connect();
    const late = await OrderProjection.resume(database.pool, client, eventStore);
    const orderId = await place(paid);
    const events = [];
    for await (const event of eventStore.readStream(orderStream(orderId))) events.push(event);
    const folded = await late.fold({ events, position: events.at(-1)!.position });
    await project(database.pool, eventStore);
    await expect(late.write(folded)).rejects.toThrow('moved');
    client.release(true);
    expect(await verify()).toEqual([]);
  });
});

describe('an order that cannot be projected', () => {
  const parked = async () =>
    (
      await run(
        'select substr(stream, 7) as order_id, revision::int, problem as error from parked_streams order by since',
      )
    ).rows;

  it('is parked by an event of a newer version, and only it', async () => {
    const orderId = await place(placed);
    const odd = { id: randomUUID(), contentType: 'application/json', data: Buffer.from('{}') } as const;
    const metadata = Buffer.from(JSON.stringify({ schemaVersion: 99 }));
    await eventStore.append(orderStream(orderId), 0, [{ ...odd, type: 'OrderPainted', metadata }]);
    await appendTo(eventStore, orderId, paid.slice(1), 2);
    const other = await place(paid);

    const progress: ProjectorProgress[] = [];
    await project(database.pool, eventStore, { onProgress: (step) => progress.push(step) });
    expect(progress.at(-1)).toMatchObject({ parked: 1, caughtUp: true });
    expect(await revisionOf(orderId)).toBe(0);
    expect(await revisionOf(other)).toBe(1);
    expect(await parked()).toMatchObject([
      { order_id: orderId, revision: 1, error: expect.stringContaining('does not know it') },
    ]);
    expect(await verify()).toMatchObject([{ table: 'parked_streams', key: { order_id: orderId } }]);
  });

  it('is found among many that the database takes', async () => {
    const { data } = placed[0] as Extract<OrderEvent, { type: 'OrderPlaced' }>;
    const unstorable = [{ ...placed[0], data: { ...data, sellerName: 'Null\u0000byte' } } as OrderEvent];
    const good = await Promise.all(Array.from({ length: 5 }, () => place(paid)));
    const bad = await place(unstorable);
    const alsoGood = await Promise.all(Array.from({ length: 5 }, () => place(paid)));
    await appendTo(eventStore, bad, paid.slice(1), 1);
    await project(database.pool, eventStore);
    expect((await parked()).map(({ order_id }) => order_id)).toContain(bad);
    expect(await revisionOf(bad)).toBeUndefined();
    for (const orderId of [...good, ...alsoGood]) expect(await revisionOf(orderId)).toBe(1);
  });

  it('is tried again at the next start, with all that came meanwhile', async () => {
    const { events } = given(create(), pay(), { type: 'confirm' }, ship(), deliver());
    const orderId = await place(paid);
    await project(database.pool, eventStore);
    await run(`alter table order_timeline add constraint odd check (order_id <> '${orderId}') not valid`);
    await appendTo(eventStore, orderId, events.slice(2, 3), 2);
    await project(database.pool, eventStore);
    const failures = await parked();
    expect(failures).toContainEqual(expect.objectContaining({ order_id: orderId, revision: 2 }));
    await appendTo(eventStore, orderId, events.slice(3), 3);
    await project(database.pool, eventStore);
    expect(await parked()).toEqual(failures);
    expect(await revisionOf(orderId)).toBe(1);

    await run('alter table order_timeline drop constraint odd');
    await project(database.pool, eventStore);
    expect((await parked()).map(({ order_id }) => order_id)).not.toContain(orderId);
    expect(await revisionOf(orderId)).toBe(events.length - 1);
    const unparked = (await verify()).filter(({ table }) => table !== 'parked_streams');
    expect(unparked).toEqual([]);
  });
});
