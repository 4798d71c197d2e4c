import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { create, given } from '@app/ordering/testing';
import {
  countBuyerOrders,
  countSellerOrders,
  listSellerOrders,
  projectorWork,
  rebuild,
  type RebuildProgress,
  waitUntilProjected,
} from '@app/read-models';
import { appendTo, project } from '@app/read-models/testing';
import { runForever } from '@app/workers';
import { fillHistories } from './order-histories.js';

/** The figures in docs/performance.md are of 50,000; the rules hold for fewer as well. */
const orders = Number(process.env.REBUILD_ORDERS ?? 1_000);

let database: TestDatabase;
let eventStore: PostgresEventStore;
let events: number;
beforeAll(async () => {
  database = await testDatabase();
  eventStore = new PostgresEventStore(database.pool);
  events = await fillHistories(database.pool, orders);
  await project(database.pool, eventStore);
}, 900_000);
afterAll(async () => {
  await eventStore.close();
  await database.drop();
});

it('rebuilds the read models, and shows all orders at every look', async () => {
  const { pool } = database;
  const stop = new AbortController();
  const projecting = runForever(projectorWork({ pool, eventStore }), stop.signal);
  const steps = new Map<string, number>();
  const began = performance.now();
  const onProgress = ({ step }: RebuildProgress): void => {
    if (!steps.has(step)) steps.set(step, performance.now() - began);
  };
  let done = false;
  const rebuilding = rebuild({ pool, eventStore, signal: stop.signal, onProgress }).finally(
    () => (done = true),
  );

  let least = await countSellerOrders(pool, 'big');
  const buyer = await countBuyerOrders(pool, 'buyer-1');
  const looks: number[] = [];
  for (let order = 0; !done; order += 1) {
    const orderId = `late-${order}`;
    await appendTo(eventStore, orderId, given(create({ orderId, sellerId: 'big' })).events);
    expect(await waitUntilProjected(pool, orderId, 0, 30_000)).toBe(true);
    const looked = performance.now();
    const counts = await countSellerOrders(pool, 'big');
    const page = await listSellerOrders(pool, 'big', { limit: 100 });
    looks.push(performance.now() - looked);
    expect(page.orders).toHaveLength(100);
    expect(counts.all).toBeGreaterThanOrEqual(least.all);
    expect((await countBuyerOrders(pool, 'buyer-1')).all).toBe(buyer.all);
    least = counts;
  }
  expect(await rebuilding).toMatchObject({ kind: 'replaced' });
  const seconds = (performance.now() - began) / 1000;
  stop.abort();
  await projecting;
  process.stdout.write(
    `${orders} orders, ${events} events: ${seconds.toFixed(0)} s, ${looks.length} looks, the longest ` +
      `${Math.max(...looks).toFixed(0)} ms; steps from (s): ` +
      [...steps].map(([step, at]) => `${step} ${(at / 1000).toFixed(0)}`).join(', ') +
      '\n',
  );
}, 900_000);
