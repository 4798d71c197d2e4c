import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { runForever } from '@app/workers';
import { until } from '@app/workers/testing';
import { toRecord } from '../contract/status-record.codec.js';
import { PostgresStatusLog } from '../postgres/postgres-status-log.js';
import { EffectTable } from '../testing/effect-table.js';
import { histories, ofOrder } from '../testing/histories.js';
import { statusEventsOf } from '../testing/status-events-of.js';
import { consumerWorks } from './consumer-works.js';
import { type HandleEvents } from './effects.js';

const orderIds = Array.from({ length: 30 }, (_, index) => `order-${index}`);
const history = histories.shippedInTwoPackages;
const everything = Object.fromEntries(orderIds.map((id) => [id, history.map((_, index) => index + 1)]));

describe('a consumer', () => {
  let database: TestDatabase;
  let effects: EffectTable;
  let statusLog: PostgresStatusLog;
  let consumers: Consumer[];
  let position = 0n;

  beforeEach(async () => {
    database = await testDatabase();
    effects = await EffectTable.create(database.pool);
    statusLog = new PostgresStatusLog(database.pool);
    consumers = [];
  });
  afterEach(async () => {
    await Promise.all(consumers.map((consumer) => consumer.stop()));
    await database.drop();
  });

  class Consumer {
    readonly problems: string[] = [];
    failures = 0;
    private readonly end = new AbortController();
    private readonly done: Promise<void>;

    constructor(handle: HandleEvents = effects.handler('g')) {
      const [work] = consumerWorks({
        pool: database.pool,
        statusLog,
        consumer: { group: 'g', types: 'all', handle },
        log: (message) => this.problems.push(message),
      });
      this.done = runForever(work!, this.end.signal, { onFailure: () => (this.failures += 1) });
      consumers.push(this);
    }

    async stop(): Promise<void> {
      this.end.abort();
      await this.done;
    }
  }

  /** Publishes the n-th events of all orders. */
  const publish = async (from: number, to: number): Promise<void> => {
    const events = orderIds.flatMap((id) => statusEventsOf(ofOrder(id, history)).slice(from, to));
    await statusLog.publish(events.map((event) => toRecord({ ...event, logposition: (position += 1n) })));
  };
  const allApplied = (): Promise<void> =>
    until('everything was applied', async () => (await statusLog.lag('g')).records === 0);

  it('applies everything once, also across restarts and with several members', async () => {
    await publish(0, 3);
    const first = new Consumer();
    const second = new Consumer();
    await publish(3, 6);
    await allApplied();
    await first.stop();
    await publish(6, 9);
    await second.stop();
    new Consumer();
    await publish(9, history.length);
    await allApplied();
    expect(await effects.of('g')).toEqual(everything);
  });

  it('waits out lost connections', async () => {
    let kills = 0;
    const dying: HandleEvents = async (events, tx) => {
      await effects.handler('g')(events, tx);
      if (kills++ % 3 === 0) await tx.query('select pg_terminate_backend(pg_backend_pid())');
    };
    const consumer = new Consumer(dying);
    await publish(0, 5);
    await until('the consumer has its first partition', () => kills > 0);
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_locks
       where database = (select oid from pg_database where datname = current_database())
         and locktype = 'advisory' and classid::bigint << 32 | objid::bigint = status_lock('member of g')`,
    );
    await publish(5, history.length);
    await allApplied();
    expect(await effects.of('g')).toEqual(everything);
    expect(consumer.problems).toContain('A batch of status events could not be applied; it comes again.');
    expect(consumer.failures).toBeGreaterThan(0);
  });
});
