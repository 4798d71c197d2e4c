import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PostgresEventStore } from '@app/event-store';
import { rebuild } from '@app/read-models';
import { testDatabase, type TestDatabase } from '../../libs/database/src/testing/test-database.js';
import { project } from '../../libs/read-models/src/testing/projected.js';
import { fillHistories } from './order-histories.js';

const orders = Number(process.env.ORDERS ?? 50_000);

let database: TestDatabase;
let eventStore: PostgresEventStore;
beforeAll(async () => {
  database = await testDatabase();
  eventStore = new PostgresEventStore(database.pool);
}, 600_000);
afterAll(async () => {
  await eventStore.close();
  await database.drop();
}, 60_000);

it('measures', async () => {
  const t = performance.now();
  const log = (s: string) => process.stderr.write(`${((performance.now() - t) / 1000).toFixed(1)} cpu ${(process.cpuUsage().user / 1e6).toFixed(1)} ${s}\n`);
  log(`events ${await fillHistories(database.pool, orders)}`);
  if (!process.env.SKIP) await project(database.pool, eventStore);
  log('projected');
  let step = '';
  const r = await rebuild({ pool: database.pool, eventStore, signal: new AbortController().signal, onProgress(p) {
    if (p.step !== step || process.env.V) log(`${p.step} ${p.part.toFixed(3)} ${p.orders}`); step = p.step;
  } });
  log(JSON.stringify(r).slice(0, 500));
  expect(r.kind).toBe('replaced');
}, 1_000_000);
