import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { type TcpProxy, tcpProxy } from '@app/event-store/testing';
import { create, given } from '@app/ordering/testing';
import { appendTo } from '@app/read-models/testing';
import { untilAnswer } from '@app/workers/testing';
import { type RunningSystem, runningSystem } from '../support/running-system.js';

/** Longer than all that the system waits for a silent server, on a machine with much else to do. */
const recoveryMs = 60_000;

let database: TestDatabase;
let store: PostgresEventStore;
let proxy: TcpProxy;
let system: RunningSystem;

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
  const url = new URL(database.url);
  proxy = await tcpProxy(Number(url.port));
  url.port = String(proxy.port);
  system = await runningSystem({ DATABASE_URL: url.href, DATABASE_STATEMENT_TIMEOUT_MS: '500' });
});
afterAll(async () => {
  proxy.cut();
  await system.stop();
  await proxy.close();
  await store.close();
  await database.drop();
});

/** An order that nobody paid, past the system and its silent connections: its deadline is over. */
async function place(): Promise<string> {
  const orderId = randomUUID();
  const [placed] = given(create()).events;
  await appendTo(store, orderId, [
    { ...placed, data: { ...placed!.data, orderId } } as typeof placed & object,
  ]);
  return orderId;
}

/** What the projector, the deadline worker and, behind publisher and consumers, the tellers have made of an order. */
async function made(orderId: string): Promise<string> {
  const { rows } = await database.pool.query<{ made: string }>(
    `select concat_ws(', ',
       (select status from buyer_orders where order_id = $1),
       (select 'notices' from notices where order_id = $1 limit 1),
       (select 'consumed by ' || count(*) from consumed_orders where order_id = $1 and sequence = 2)) as made`,
    [orderId],
  );
  return rows[0]!.made;
}
const all = 'Cancelled, notices, consumed by 3';
/** Followers that have something to do, and groups that lag. */
const behind = async (): Promise<string[]> =>
  (await system.metrics())
    .split('\n')
    .filter(
      (line) => /^(follower_stalled_seconds|consumer_lag_records)\{/.test(line) && !line.endsWith(' 0'),
    );

it(
  'goes on by itself after a silence of the database, and is not ready meanwhile',
  async () => {
    const before = await place();
    await untilAnswer(
      () => made(before),
      (found) => found === all,
      recoveryMs,
    );
    expect(await system.readiness()).toBe(200);

    proxy.muteServer();
    const during = await place();
    await untilAnswer(
      () => system.readiness(),
      (status) => status === 503,
    );
    // Those that wait for it have found out, and look for new connections in vain.
    const { connections } = proxy;
    await untilAnswer(
      () => Promise.resolve(proxy.connections),
      (count) => count > connections + 5,
      recoveryMs,
    );
    proxy.unmute();

    await untilAnswer(
      () => made(during),
      (found) => found === all,
      recoveryMs,
    );
    const after = await place();
    await untilAnswer(
      () => made(after),
      (found) => found === all,
      recoveryMs,
    );
    await untilAnswer(behind, (lines) => lines.length === 0, recoveryMs);
    expect(await system.readiness()).toBe(200);
  },
  4 * recoveryMs,
);
