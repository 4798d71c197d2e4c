import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openEventStoreDb } from '@app/event-store';
import { jsonEvents } from '@app/event-store/testing';
import { untilAnswer, within } from '@app/workers/testing';
import { walkthrough } from '../../apps/orders/src/walkthrough.js';
import { runCaptured } from '../../apps/orders-cli/src/testing/run-captured.js';
import { type RunningSystem, runningSystem } from '../support/running-system.js';
import { type TestedEventStore, testedEventStore } from './tested-event-store.js';

/** Events of another application on the same server; a served event store is given fewer, as it shares its machine. */
const foreignEvents = Number(process.env.FOREIGN_EVENTS ?? (process.env.EVENT_STORE ? 200_000 : 20_000));
/** Milliseconds that something may take longer beside them: runs differ, and a server has to look past each of them. */
const tolerance = 3_000 + foreignEvents / 25;

let server: TestedEventStore;
let system: RunningSystem;
beforeAll(async () => {
  server = await testedEventStore();
  system = await runningSystem();
});
afterAll(async () => {
  await system.stop();
  await server.remove();
});

/** Places an order, and waits until everybody who follows the log has shown it. */
async function order(): Promise<void> {
  const buyerId = system.name('buyer');
  const placed = await system.call('POST', '/orders', { body: { ...walkthrough[0]!.body, buyerId } });
  expect(placed.status).toBe(201);
  for (const view of ['orders', 'notices']) {
    const ask = () => system.call<{ items: unknown[] }>('GET', `/buyers/${buyerId}/${view}`);
    await untilAnswer(ask, ({ body }) => body.items.length === 1, 60_000);
  }
}

async function verify(): Promise<void> {
  const { exitCode, err } = await within(
    60_000,
    'the end of `verify`',
    runCaptured(system.environment, 'verify'),
  );
  expect([exitCode, err]).toEqual([0, '']);
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const isCaughtUp = (metrics: string): boolean => /^projection_lag_events 0$/m.test(metrics);

async function measure(): Promise<Record<string, number>> {
  return {
    start: await millisecondsOf(() => system.restart()),
    order: await millisecondsOf(order),
    lag: await millisecondsOf(() => untilAnswer(() => system.metrics(), isCaughtUp)),
    verify: await millisecondsOf(verify),
  };
}

async function writeForeignEvents(): Promise<void> {
  const { EVENT_STORE_PREFIX = 'orders-test-' } = process.env;
  const store = await openEventStoreDb(server.address);
  for (let written = 0; written < foreignEvents; written += 1_000)
    await store.append(`${EVENT_STORE_PREFIX}other-${randomUUID()}`, 'no-stream', jsonEvents(1_000));
  await store.close();
}

it('takes no longer beside the events of another application', async () => {
  await order();
  const before = await measure();
  const writing = await millisecondsOf(writeForeignEvents);
  const after = await measure();
  process.stdout.write(
    `${foreignEvents} foreign events in ${Math.round(writing)} ms: ${JSON.stringify({ before, after })}\n`,
  );
  for (const [what, took] of Object.entries(after))
    expect([what, Math.max(0, took - before[what]! - tolerance)]).toEqual([what, 0]);
});
