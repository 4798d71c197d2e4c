import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { runForever } from '@app/workers';
import { endHolder, until } from '@app/workers/testing';
import { toRecord } from '../contract/status-record.codec.js';
import { PostgresStatusLog } from '../postgres/postgres-status-log.js';
import { type DeadLetterTopic, type StatusLog, type StatusRecord } from '../status-log.port.js';
import { consumed } from '../testing/consumed.js';
import { deliverEvents } from '../testing/deliveries.js';
import { EffectTable } from '../testing/effect-table.js';
import { histories, ofOrder } from '../testing/histories.js';
import { statusEventsOf } from '../testing/status-events-of.js';
import { consumerWorks } from './consumer-works.js';
import { deadLetterWork } from './dead-letter-work.js';
import { dropParked } from './drop-parked.js';
import { releaseParked } from './release-parked.js';

const eventsOf = (orderId: string, count = 5) =>
  statusEventsOf(ofOrder(orderId, histories.shippedInTwoPackages)).slice(0, count);

/** A topic in memory, in front of which anything can be done. */
class FakeTopic implements DeadLetterTopic {
  readonly source = 'orders.status.v1';
  readonly letters: StatusRecord[] = [];
  before: () => Promise<void> = () => Promise.resolve();
  after: () => Promise<void> = () => Promise.resolve();

  async append(_: string, letters: readonly StatusRecord[]): Promise<void> {
    await this.before();
    this.letters.push(...letters);
    await this.after();
  }

  /** Which events there are, in the order in which they were written. */
  get events(): string[] {
    return this.letters.map(({ key, headers }) => `${key} ${Number(headers.ce_sequence)}`);
  }
}

describe('the relay to the dead-letter topic', () => {
  let database: TestDatabase;
  let effects: EffectTable;
  let group: string;
  let topic: FakeTopic;
  let problems: string[];
  let end: AbortController;
  let running: Promise<void>[];

  beforeAll(async () => {
    database = await testDatabase();
    effects = await EffectTable.create(database.pool);
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    group = randomUUID();
    topic = new FakeTopic();
    problems = [];
    end = new AbortController();
    running = [];
  });
  const stop = async (): Promise<void> => {
    end.abort();
    await Promise.all(running.splice(0));
    end = new AbortController();
  };
  afterEach(stop);

  const onFailure = (error: unknown): void => void problems.push((error as Error).message);
  const start = (): void =>
    void running.push(runForever(deadLetterWork(database.pool, group, topic), end.signal, { onFailure }));
  const poisonous = () => ({
    group,
    types: 'all' as const,
    handle: effects.handler(group, (_, sequence) => sequence === 2),
  });
  const mended = () => ({ group, types: 'all' as const, handle: effects.handler(group) });
  const park = (orderId: string, count = 5) =>
    deliverEvents(database.pool, poisonous(), consumed(eventsOf(orderId, count)));
  const unpublished = async (): Promise<number> => {
    const { rows } = await database.pool.query<{ count: number }>(
      'select count(*)::integer from parked_records where consumer_group = $1 and published_at is null',
      [group],
    );
    return rows[0]!.count;
  };
  const written = (): Promise<void> =>
    until('everything parked is written', async () => (await unpublished()) === 0);

  it('writes what was parked, in that order, as it came and with the reason', async () => {
    await park('b', 3);
    await park('a', 2);
    start();
    await written();
    expect(topic.events).toEqual(['b 2', 'b 3', 'a 2']);
    const [, second] = eventsOf('b').map(toRecord);
    expect(topic.letters[0]).toEqual({
      key: 'b',
      value: second!.value,
      headers: {
        ...second!.headers,
        ce_id: expect.any(String),
        dlq_reason: 'failed',
        dlq_error: 'cannot apply 2',
        dlq_attempts: '3',
        dlq_topic: 'orders.status.v1',
        dlq_partition: '0',
        dlq_offset: expect.stringMatching(/^\d+$/),
        dlq_parked_at: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    });
    expect(topic.letters[1]!.headers).toMatchObject({ dlq_reason: 'follows-parked', dlq_attempts: '0' });
  });

  it('writes it once, also across restarts and with several members', async () => {
    start();
    start();
    await park('a', 2);
    await written();
    await stop();
    start();
    await park('b', 2);
    await written();
    expect(topic.events).toEqual(['a 2', 'b 2']);
  });

  it('repeats, and leaves nothing out, when it breaks off between the topic and the note', async () => {
    await park('a');
    let breaks = 2;
    topic.after = async () => {
      if (breaks-- > 0) throw new Error('the process ends here');
    };
    start();
    await written();
    const round = ['a 2', 'a 3', 'a 4', 'a 5'];
    expect(topic.events).toEqual([...round, ...round, ...round]);
    expect(problems).toEqual(Array(2).fill('the process ends here'));
  });

  it('goes on with another member when the one that writes has lost its database', async () => {
    start();
    start();
    await park('a', 2);
    await written();
    expect(await endHolder(database.pool, `dead letters of ${group}`)).toBe(true);
    await park('b', 2);
    await written();
    expect(topic.events).toEqual(['a 2', 'b 2']);
  });

  it('leaves out what is released before its turn, and not what is dropped', async () => {
    await park('a', 3);
    await park('b', 3);
    await releaseParked(database.pool, mended(), 'a');
    await dropParked(database.pool, mended(), 'b', { by: 'ops', reason: 'no cure' });
    start();
    await written();
    expect(topic.events).toEqual(['b 2']);
  });

  it('writes more than a batch, and in order', async () => {
    for (let order = 0; order < 15; order += 1)
      await deliverEvents(database.pool, mended(), consumed(eventsOf(`o-${order}`, 10).slice(1)));
    start();
    await written();
    expect(topic.events).toEqual(
      Array.from({ length: 135 }, (_, index) => `o-${Math.floor(index / 9)} ${(index % 9) + 2}`),
    );
  });

  it('does not hold the consumer up, nor a release, while the topic does not answer', async () => {
    let answer = (): void => {};
    const silence = new Promise<void>((resolve) => (answer = resolve));
    let asked = 0;
    topic.before = () => {
      asked += 1;
      return silence;
    };
    const statusLog: StatusLog = Object.assign(new PostgresStatusLog(database.pool), { deadLetters: topic });
    const consumer = poisonous();
    const works = consumerWorks({ pool: database.pool, statusLog, consumer, log: () => {} });
    running.push(...works.map((work) => runForever(work, end.signal)));
    const publish = (orderId: string, position: bigint) =>
      statusLog.publish(
        eventsOf(orderId, 3).map((event, index) =>
          toRecord({ ...event, logposition: position + BigInt(index) }),
        ),
      );
    await publish('a', 1n);
    await until('the topic is asked', () => asked === 1);
    await publish('b', 11n);
    await until('the consumer is through', async () => (await statusLog.lag(group)).records === 0);
    expect(await releaseParked(database.pool, mended(), 'b')).toEqual({ released: 2 });
    expect(await effects.of(group)).toEqual({ a: [1], b: [1, 2, 3] });
    expect(topic.events).toEqual([]);

    answer();
    await written();
    expect(topic.events).toEqual(['a 2', 'a 3']);
  });
});
