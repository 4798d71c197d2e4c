import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { type EventStore } from './event-store.port.js';
import { EventStoreDbEventStore } from './eventstoredb/eventstoredb-event-store.js';
import { Fence } from './fence.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';
import { collect, jsonEvent, newPrefix } from './testing/events.js';
import { type TcpProxy, tcpProxy } from './testing/tcp-proxy.js';
import { type TestNode, testNode } from './testing/test-node.js';

const anotherLog = new Error('This is another log.');

describe('a fence', () => {
  it('verifies each connection once, and again one that was made while it looked', async () => {
    let connections = 1;
    const looks: number[] = [];
    const fence = new Fence(() => connections);
    await fence.pass();
    fence.guard(() => {
      looks.push(connections);
      if (looks.length === 2) connections = 3;
      return Promise.resolve();
    });
    await Promise.all([fence.pass(), fence.pass()]);
    await fence.pass();
    expect(looks).toEqual([1]);
    connections = 2;
    await fence.pass();
    expect(looks).toEqual([1, 2, 3]);
  });

  it('lets nobody through on a connection that was not verified, until it is', async () => {
    let log = anotherLog as Error | undefined;
    const fence = new Fence(() => 1);
    fence.guard(() => (log ? Promise.reject(log) : Promise.resolve()));
    await expect(fence.pass()).rejects.toBe(anotherLog);
    await expect(fence.pass()).rejects.toBe(anotherLog);
    log = undefined;
    await fence.pass();
  });
});

describe('an append over a fence', () => {
  let test: TestNode;
  let database: TestDatabase;
  let proxy: TcpProxy;
  beforeAll(async () => {
    test = await testNode();
    database = await testDatabase();
  });
  afterAll(async () => {
    await database.drop();
    await test.close();
  });
  beforeEach(async () => {
    proxy = await tcpProxy(test.node.port);
  });
  afterEach(() => proxy.close());

  /** Looks before the first append, and after the connection was lost; then the log is another one. */
  async function isFenced(store: EventStore, lose: () => Promise<void>): Promise<void> {
    let looks = 0;
    const stream = newPrefix();
    store.guard(async () => {
      looks++;
      await store.lastPosition();
    });
    await store.append(stream, 'no-stream', [jsonEvent()]);
    await store.append(stream, 0, [jsonEvent()]);
    const first = looks;
    expect(first).toBeGreaterThan(0);
    await lose();
    await store.append(stream, 1, [jsonEvent()]);
    expect(looks).toBeGreaterThan(first);
    store.guard(() => Promise.reject(anotherLog));
    await expect(store.append(stream, 2, [jsonEvent()])).rejects.toBe(anotherLog);
    expect(await collect(store.readStream(stream))).toHaveLength(3);
  }

  it('is verified in EventStoreDB on each new connection', async () => {
    const store = new EventStoreDbEventStore(`esdb://127.0.0.1:${proxy.port}?tls=false`);
    await isFenced(store, () => Promise.resolve(proxy.cut()));
    expect(store.status.connections).toBe(2);
    await store.close();
  });

  it('is verified in PostgreSQL on each new connection', async () => {
    const { name } = database;
    const pool = new Pool({ connectionString: database.url, application_name: name, max: 2 });
    pool.on('error', () => {});
    const store = new PostgresEventStore(pool);
    await isFenced(store, async () => {
      const lost = new Promise((resolve) => pool.once('error', resolve));
      const sql = 'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1';
      await database.pool.query(sql, [name]);
      await lost;
    });
    expect(store.status).toMatchObject({ leader: true, connections: expect.any(Number) });
    await store.close();
    await pool.end();
  });
});
