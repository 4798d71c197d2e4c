import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { untilAnswer } from '@app/workers/testing';
import { walkthrough } from '../../apps/orders/src/walkthrough.js';
import { type RunningSystem, runningSystem } from '../support/running-system.js';
import { EventStoreProcess } from './event-store-process.js';

/** Milliseconds within which a process knows that its log is gone, or back. */
const soon = 15_000;

let server: EventStoreProcess;
let system: RunningSystem;
beforeAll(async () => {
  server = await EventStoreProcess.start();
  system = await runningSystem({ EVENT_STORE: server.address });
});
afterAll(async () => {
  await system.stop();
  await server.remove();
});

/** The value of a gauge or a counter without labels, undefined where it has none. */
async function valueOf(metric: string): Promise<number | undefined> {
  const found = new RegExp(`^${metric} (\\S+)$`, 'm').exec(await system.metrics());
  return found ? Number(found[1]) : undefined;
}
const order = () => system.call('POST', '/orders', { body: walkthrough[0]!.body });

it('shows of the event log whether it is there, who leads it and how far it is', async () => {
  expect((await order()).status).toBe(201);
  expect(await valueOf('event_store_up')).toBe(1);
  expect(await valueOf('event_store_leader')).toBe(1);
  expect(await valueOf('event_store_append_seconds_count')).toBeGreaterThan(0);
  expect(await valueOf('event_store_head_position')).toBeGreaterThan(0);
  const followers = async () => [
    ...(await system.metrics()).matchAll(/^follower_position{follower="(\S+)"} [1-9]/gm),
  ];
  await untilAnswer(followers, ({ length }) => length > 2);
});

it('shows a silent log as down, and as up again when it is back', async () => {
  server.freeze();
  await untilAnswer(
    () => valueOf('event_store_up'),
    (up) => up === 0,
    soon,
  );
  await untilAnswer(
    () => system.readiness(),
    (status) => status === 503,
    soon,
  );
  await server.kill();
  await server.start();
  await untilAnswer(
    () => valueOf('event_store_up'),
    (up) => up === 1,
    soon,
  );
  expect(await valueOf('event_store_reconnections_total')).toBeGreaterThan(0);
  await untilAnswer(order, ({ status }) => status === 201, soon);
});
