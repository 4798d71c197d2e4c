import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import {
  consumerWorks,
  type HandleEvents,
  KafkaStatusLog,
  listParkedOrders,
  releaseParked,
  type StatusRecord,
  toRecord,
} from '@app/status-events';
import { EffectTable, histories, ofOrder, statusEventsOf } from '@app/status-events/testing';
import { runForever } from '@app/workers';
import { until } from '@app/workers/testing';
import { startTestBroker, type TestBroker, testedKafka } from './kafka-broker.js';

const group = 'g';
const partitions = 3;
const orderIds = Array.from({ length: 6 }, (_, index) => `order-${index}`);

/** The first events of all orders, the orders taking turns. */
function recordsOf(count: number): StatusRecord[] {
  const byOrder = orderIds.map((id) => statusEventsOf(ofOrder(id, histories.shippedInTwoPackages)));
  return Array.from({ length: count }, (_, nr) => byOrder.map((events) => events[nr]!))
    .flat()
    .map((event, index) => toRecord({ ...event, logposition: BigInt(index + 1) }));
}

/** So many records of a dead-letter topic, in order per partition. */
async function lettersIn(log: KafkaStatusLog, count: number): Promise<StatusRecord[]> {
  const letters: StatusRecord[] = [];
  const stop = new AbortController();
  const done = log.consume({
    group: 'reader',
    signal: stop.signal,
    handle: async (some) => void letters.push(...some),
  });
  await until('the letters have been read', () => letters.length >= count);
  stop.abort();
  await done;
  return letters;
}

describe(`dead letters on Apache Kafka ${testedKafka}`, () => {
  let broker: TestBroker;
  let database: TestDatabase;
  let effects: EffectTable;
  let logs: KafkaStatusLog[];
  let problems: string[];
  let end: AbortController;
  let running: Promise<unknown>;

  beforeAll(async () => {
    broker = await startTestBroker(testedKafka);
  });
  afterAll(() => broker.remove());
  beforeEach(async () => {
    database = await testDatabase();
    effects = await EffectTable.create(database.pool);
    logs = [];
    problems = [];
    end = new AbortController();
  });
  afterEach(async () => {
    end.abort();
    await running;
    await Promise.all(logs.map((log) => log.close()));
    await database.drop();
  });

  const open = (topic: string, count?: number): KafkaStatusLog => {
    const log = new KafkaStatusLog({ brokers: [broker.brokers], topic, partitions: count });
    logs.push(log);
    return log;
  };
  const consume = (statusLog: KafkaStatusLog, handle: HandleEvents): void => {
    const works = consumerWorks({
      pool: database.pool,
      statusLog,
      consumer: { group, types: 'all', handle },
      log: (message) => problems.push(message),
    });
    const { signal } = end;
    running = Promise.all(
      works.map((work) => runForever(work, signal, { onFailure: () => problems.push(work.name) })),
    );
  };
  const secondFails = () => effects.handler(group, (_, sequence) => sequence === 2);
  const unpublished = async (): Promise<number> => {
    const { rows } = await database.pool.query<{ count: number }>(
      'select count(*)::integer from parked_records where published_at is null',
    );
    return rows[0]!.count;
  };

  it('are what was parked, in the order of each order, with where it came from and why', async () => {
    const log = open('orders.status.v1', partitions);
    const records = recordsOf(4);
    await log.publish(records);
    consume(log, secondFails());
    await until('all are parked and written', async () => {
      const parked = await listParkedOrders(database.pool, group);
      return parked.length === 3 * orderIds.length && (await unpublished()) === 0;
    });

    // Asked for the topic's number of partitions, which it must have.
    const letters = await lettersIn(open('orders.status.v1.g.dlq', partitions), 3 * orderIds.length);
    const parked = await listParkedOrders(database.pool, group);
    for (const orderId of orderIds) {
      const ofThis = letters.filter(({ key }) => key === orderId);
      const originals = records.filter(({ key }) => key === orderId).slice(1);
      const places = parked.filter(({ key }) => key === orderId);
      expect(ofThis).toEqual(
        originals.map(({ key, headers, value }, index) =>
          expect.objectContaining({
            key,
            value,
            partition: places[0]!.partition,
            headers: {
              ...headers,
              dlq_topic: 'orders.status.v1',
              dlq_partition: String(places[index]!.partition),
              dlq_offset: String(places[index]!.offset),
              dlq_reason: index === 0 ? 'failed' : 'follows-parked',
              dlq_error: index === 0 ? 'cannot apply 2' : 'Event 2 of the order is parked.',
              dlq_attempts: index === 0 ? '3' : '0',
              dlq_parked_at: places[index]!.parkedAt.toISOString(),
            },
          }),
        ),
      );
    }
    const mended = { group, types: 'all' as const, handle: effects.handler(group) };
    expect(await releaseParked(database.pool, mended, orderIds[0]!)).toEqual({ released: 3 });
    expect((await effects.of(group))[orderIds[0]!]).toEqual([1, 2, 3, 4]);
    expect(problems.filter((problem) => problem !== 'A status event was parked.')).toEqual([]);
  });

  it('are written when the broker is back that went away before, without one left out', async () => {
    const log = open('away', partitions);
    await log.publish(recordsOf(4));
    let kill: Promise<void> | undefined;
    consume(log, async (events, tx) => {
      await secondFails()(events, tx).catch(async (error: unknown) => {
        await (kill ??= broker.kill());
        throw error;
      });
    });
    await until('a dead letter could not be written', () => problems.includes(`dead letters of ${group}`));
    expect(await unpublished()).toBeGreaterThan(0);

    await broker.start();
    await until(
      'all are parked and written',
      async () =>
        (await listParkedOrders(database.pool, group)).length === 3 * orderIds.length &&
        (await unpublished()) === 0,
    );
    const letters = await lettersIn(open('away.g.dlq', partitions), 3 * orderIds.length);
    for (const orderId of orderIds) {
      const sequences = letters
        .filter(({ key }) => key === orderId)
        .map(({ headers }) => Number(headers.ce_sequence));
      expect([...new Set(sequences)]).toEqual([2, 3, 4]);
    }
    expect(await effects.of(group)).toEqual(Object.fromEntries(orderIds.map((id) => [id, [1]])));
  });
});
