import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withTransaction } from '@app/database';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { dropStream, listParkedStreams } from '@app/followers';
import { orderStream } from '@app/order-log';
import { type OrderEvent } from '@app/ordering';
import { create, given, pay } from '@app/ordering/testing';
import { histories } from '@app/status-events/testing';
import { runForever } from '@app/workers';
import { until } from '@app/workers/testing';
import { projector } from '../projection/order-projection.js';
import { projectorWork } from '../projection/projector-work.js';
import { countBuyerOrders, countSellerOrders } from '../queries/count-orders.js';
import { listDeadlines } from '../queries/deadlines.js';
import { listSellerOrders } from '../queries/list-orders.js';
import { orderDetail } from '../queries/order-detail.js';
import { waitUntilProjected } from '../queries/wait-until-projected.js';
import { appendTo } from '../testing/entries.js';
import { differences, project } from '../testing/projected.js';
import { rebuild, type RebuildOptions, type RebuildProgress } from './rebuild.js';
import { version } from './version.js';

let database: TestDatabase;
let eventStore: PostgresEventStore;
beforeEach(async () => {
  database = await testDatabase();
  eventStore = new PostgresEventStore(database.pool);
});
afterEach(async () => {
  await eventStore.close();
  await database.drop();
});

const run = async (sql: string) => (await database.pool.query<Record<string, unknown>>(sql)).rows;
const unlike = () => differences(database.pool, eventStore);
const rebuilt = (options: Partial<RebuildOptions> = {}) =>
  rebuild({ pool: database.pool, eventStore, signal: new AbortController().signal, ...options });
const liveVersion = async () => (await run('select version from read_models'))[0]?.['version'];
const leftOver = () => run(`select from pg_namespace where nspname = 'next_' || current_schema()`);

const placed = given(create()).events;
const paid = given(create(), pay()).events;

async function place(events: readonly OrderEvent[]): Promise<string> {
  const orderId = randomUUID();
  const named = events.map((event) =>
    event.type === 'OrderPlaced' ? { ...event, data: { ...event.data, orderId } } : event,
  );
  await appendTo(eventStore, orderId, named);
  return orderId;
}

/** Has the read models kept up beside the test. */
function startProjector() {
  const stop = new AbortController();
  const failures: unknown[] = [];
  const log = (message: string, facts: object) => void logged.push({ message, ...facts });
  const logged: object[] = [];
  const work = projectorWork({ pool: database.pool, eventStore, log });
  const ended = runForever(work, stop.signal, { onFailure: (error) => failures.push(error) });
  return {
    failures,
    logged,
    stop: () => {
      stop.abort();
      return ended;
    },
  };
}

describe('rebuild', () => {
  it('puts right what was wrong, in tables that are defined as before', async () => {
    for (const history of Object.values(histories)) await place(history);
    await project(database.pool, eventStore);
    const definitions = () =>
      run(
        `select indexdef from pg_indexes where schemaname = current_schema()
         union all
         select concat_ws(' ', c.relname, c.reloptions, attname, atttypid::regtype, attnotnull, attstorage, attcollation)
         from pg_attribute join pg_class c on c.oid = attrelid
         where relnamespace = current_schema()::regnamespace and relkind = 'r' and attnum > 0
         order by 1`,
      );
    const before = await definitions();
    await run(
      `update order_details set view = '{}'; delete from buyer_orders; truncate deadlines, seller_counts`,
    );
    expect(await rebuilt()).toEqual({ kind: 'replaced', orders: Object.keys(histories).length });
    expect(await unlike()).toEqual([]);
    expect(await definitions()).toEqual(before);
    expect(await leftOver()).toEqual([]);
  });

  it('hides nothing and refuses nobody while orders are placed and changed', async () => {
    const { pool } = database;
    const projecting = startProjector();
    for (let order = 0; order < 30; order += 1) await place(paid);
    await until('all are there', async () => (await countSellerOrders(pool, 's-1')).all === 30);

    const rebuilding = { done: false };
    const writing = (async () => {
      let orders = 30;
      for (; !rebuilding.done; orders += 1) {
        const orderId = await place(placed);
        expect(await waitUntilProjected(pool, orderId, 0, 30_000)).toBe(true);
        await appendTo(eventStore, orderId, paid.slice(1), 1);
        expect(await waitUntilProjected(pool, orderId, 1, 30_000)).toBe(true);
      }
      return orders;
    })();
    const looking = (async () => {
      let [buyers, sellers, looks] = [30, 30, 0];
      for (; !rebuilding.done; looks += 1) {
        const [counts, own, page, clocks] = await Promise.all([
          countSellerOrders(pool, 's-1'),
          countBuyerOrders(pool, 'b-1'),
          listSellerOrders(pool, 's-1', { limit: 10_000 }),
          listDeadlines(pool),
        ]);
        for (const seen of [page.orders.length, clocks.length]) expect(seen).toBeGreaterThanOrEqual(sellers);
        expect(counts.all).toBeGreaterThanOrEqual(sellers);
        expect(own.all).toBeGreaterThanOrEqual(buyers);
        [buyers, sellers] = [own.all, counts.all];
      }
      return looks;
    })();
    const outcomes = [await rebuilt(), await rebuilt(), await rebuilt()];
    rebuilding.done = true;
    expect(outcomes.map(({ kind }) => kind)).toEqual(['replaced', 'replaced', 'replaced']);
    expect(await looking).toBeGreaterThan(10);
    const orders = await writing;
    expect(orders).toBeGreaterThan(31);
    expect((await countSellerOrders(pool, 's-1')).all).toBe(orders);
    await projecting.stop();
    expect(projecting.failures).toEqual([]);
    expect(await unlike()).toEqual([]);
  });

  it.each(['filling', 'indexing', 'comparing', 'replacing'] as const)(
    'leaves all as it was when it is ended while %s, and what is left of it is no hindrance',
    async (last) => {
      await place(paid);
      await project(database.pool, eventStore);
      const tables = await run(`select 'order_details'::regclass::oid`);
      const stop = new AbortController();
      const onProgress = ({ step }: RebuildProgress): void => {
        if (step === last) stop.abort();
      };
      await expect(rebuilt({ signal: stop.signal, onProgress })).rejects.toThrow(/abort/i);
      expect(await run(`select 'order_details'::regclass::oid`)).toEqual(tables);
      expect(await unlike()).toEqual([]);

      // As a process leaves it that was killed.
      const schema = 'next_public';
      await run(
        `create schema ${schema}; create table ${schema}.order_details (like order_details including all)`,
      );
      expect(await rebuilt()).toEqual({ kind: 'replaced', orders: 1 });
      expect(await unlike()).toEqual([]);
    },
  );

  it('is done by one at a time', async () => {
    await place(paid);
    await project(database.pool, eventStore);
    let other: Promise<unknown> | undefined;
    const first = await rebuilt({ onProgress: () => void (other ??= rebuilt()) });
    expect(first.kind).toBe('replaced');
    expect(await other).toEqual({ kind: 'busy' });
  });

  it('changes nothing where it is to show only whether it would do', async () => {
    const orderId = await place(paid);
    await project(database.pool, eventStore);
    await run(`update buyer_orders set marketplace_name = 'wrong'`);
    expect(await rebuilt({ dryRun: true })).toEqual({ kind: 'same', orders: 1 });
    expect(await leftOver()).toEqual([]);
    expect(await unlike()).toMatchObject([{ key: { order_id: orderId }, found: 'wrong' }]);
  });

  it('leaves the live tables where an order is missing in what was built', async () => {
    const orderId = await place(paid);
    await project(database.pool, eventStore);
    await run(`alter table order_timeline add constraint odd check (order_id <> '${orderId}') not valid`);
    expect(await rebuilt()).toMatchObject({
      kind: 'different',
      differences: [{ table: 'parked_streams', key: { order_id: orderId } }],
    });
    expect(await unlike()).toEqual([]);
  });

  it('keeps what an operator has said of a parked order, and the order parked', async () => {
    const { pool } = database;
    const [good, bad] = [await place(paid), await place(placed)];
    const odd = { id: randomUUID(), contentType: 'application/json', data: Buffer.from('{}') } as const;
    await eventStore.append(orderStream(bad), 0, [{ ...odd, type: 'OrderPainted', metadata: odd.data }]);
    await project(pool, eventStore);
    await dropStream(pool, { follower: projector, stream: orderStream(bad) }, { by: 'ana', reason: 'known' });
    const before = await listParkedStreams(pool);
    expect(await rebuilt()).toMatchObject({ kind: 'replaced' });
    expect(await listParkedStreams(pool)).toEqual(before);
    expect(before).toMatchObject([{ stream: orderStream(bad), dropped: { by: 'ana', reason: 'known' } }]);
    expect((await orderDetail(pool, good))?.view.revision).toBe(1);
    expect((await orderDetail(pool, bad))?.view.revision).toBe(0);
  });
});

describe('read models of an older version', () => {
  it('are kept up and served until those of this one take their place', async () => {
    const { pool } = database;
    const [first, second] = [await place(placed), await place(paid)];
    await project(pool, eventStore);
    // No view of that version can be folded on.
    await run(`update read_models set version = 0; update order_details set view = '{"revision": 0}'`);
    const projecting = startProjector();
    await withTransaction(pool, async (reader) => {
      // Tables are not replaced under a reader.
      await reader.query('select from seller_orders');
      await until('the new ones wait for the reader', async () => {
        const waiting = `select from pg_locks where relation = 'seller_orders'::regclass and not granted
          and database = (select oid from pg_database where datname = current_database())`;
        return (await run(waiting)).length > 0;
      });
      await appendTo(eventStore, first, paid.slice(1), 1);
      expect(await waitUntilProjected(pool, first, 1, 30_000)).toBe(true);
      const third = await place(paid);
      expect(await waitUntilProjected(pool, third, 1, 30_000)).toBe(true);
      expect((await countSellerOrders(pool, 's-1')).all).toBe(3);
      expect(await listDeadlines(pool, { orderId: first })).toMatchObject([{ timer: 'ship-by' }]);
      expect(await listDeadlines(pool, { orderId: second })).toHaveLength(1);
      expect(await liveVersion()).toBe(0);
    });
    await until('the new ones are there', async () => (await liveVersion()) === version);
    const last = await place(paid);
    expect(await waitUntilProjected(pool, last, 1, 30_000)).toBe(true);
    await projecting.stop();
    expect(projecting.failures).toEqual([]);
    expect(projecting.logged).toMatchObject([{ from: 0, to: version }, { version }]);
    expect(await unlike()).toEqual([]);
  });

  it('stay where those of this version are not what the log says', async () => {
    const orderId = await place(paid);
    await project(database.pool, eventStore);
    await run(`update read_models set version = 0`);
    await run(`alter table order_timeline add constraint odd check (order_id <> '${orderId}') not valid`);
    const projecting = startProjector();
    await until('it is told', () => projecting.logged.length === 2);
    expect(projecting.logged[1]).toMatchObject({ differences: 1 });
    const next = await place(paid);
    expect(await waitUntilProjected(database.pool, next, 1, 30_000)).toBe(true);
    await projecting.stop();
    expect(await liveVersion()).toBe(0);
  });
});

it('leaves alone what a newer release has built, until it is rebuilt by hand', async () => {
  await place(paid);
  await project(database.pool, eventStore);
  await run('update read_models set version = 99');
  const projecting = startProjector();
  await until('it has failed', () => projecting.failures.length > 0);
  expect(String(projecting.failures[0])).toContain('have version 99');
  expect((await rebuilt()).kind).toBe('replaced');
  const orderId = await place(paid);
  expect(await waitUntilProjected(database.pool, orderId, 1, 30_000)).toBe(true);
  await projecting.stop();
  expect(await liveVersion()).toBe(version);
});
