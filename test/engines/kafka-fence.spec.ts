import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { KafkaStatusLog, StatusLogUnavailable } from '@app/status-events';
import { until } from '@app/workers/testing';
import { Child } from './child.js';
import { kafkaVersions, startTestBroker, type TestBroker } from './kafka-broker.js';
import { effects, type Numbered, numberedRecords, positionOf, reach } from './numbered-records.js';
import { readRecords } from './read-records.js';

const takenOver = /^Another publisher has taken over the topic/;

describe.each(kafkaVersions)('two publishers on Apache Kafka %s', (version) => {
  let broker: TestBroker;
  let logs: KafkaStatusLog[];
  const open = (topic: string): KafkaStatusLog => {
    const log = new KafkaStatusLog({ brokers: [broker.brokers], topic });
    logs.push(log);
    return log;
  };

  beforeAll(async () => (broker = await startTestBroker(version)));
  afterAll(() => broker.remove());
  beforeEach(() => {
    logs = [];
  });
  afterEach(() => Promise.all(logs.map((log) => log.close())));

  it('only the one that came last can write, and consumers get everything once', async () => {
    const older = open('both-at-work');
    const newer = open('both-at-work');
    const handled: Numbered[] = [];
    const handle = async (records: readonly Numbered[]): Promise<void> => void handled.push(...records);
    void open('both-at-work').consume({ group: 'g', signal: new AbortController().signal, handle });

    const batchSize = 50;
    let acknowledged = Number((await older.resume())?.position ?? 0);
    const untilRefused = async (): Promise<unknown> => {
      for (;;) {
        const publication = older.publish(numberedRecords(acknowledged + 1, acknowledged + batchSize));
        const refusal = await publication.catch((error: unknown) => error);
        if (refusal) return refusal;
        acknowledged += batchSize;
      }
    };
    const refused = untilRefused();
    await until('the older one is at work', () => acknowledged >= 10 * batchSize);
    const end = Number((await newer.resume())?.position);
    await newer.publish(numberedRecords(end + 1, end + 500));

    // In the middle of being taken over a broker gives one reason or another.
    expect(await refused).toBeInstanceOf(StatusLogUnavailable);
    // What was decided and not answered yet is there; what was refused is not.
    expect([acknowledged, acknowledged + batchSize]).toContain(end);
    await expect(older.publish(numberedRecords(end + 501, end + 510))).rejects.toThrow(/resume/);
    await until('everything was handled', () => reach(handled, end + 500));
    expect(handled).toHaveLength(end + 500);
    expect(effects(handled)).toEqual(effects(numberedRecords(1, end + 500)));

    await expect(older.resume()).resolves.toMatchObject({ position: BigInt(end + 500) });
    await expect(newer.publish(numberedRecords(end + 501, end + 510))).rejects.toThrow(takenOver);
  });

  it('what one has not committed when it freezes never becomes visible', async () => {
    const publisher = await inTheMiddle('frozen');
    publisher.freeze();
    const log = open('frozen');
    await expect(log.resume()).resolves.toMatchObject({ position: 100n });
    await expect(log.resume()).resolves.toMatchObject({ position: 100n });
    await log.publish(numberedRecords(101, 300));
    publisher.thaw();
    await until('it was refused', () => publisher.messages.some(({ refused }) => refused !== undefined));
    expect(publisher.messages).toEqual([
      { acknowledged: 100 },
      { refused: expect.stringMatching(takenOver) },
    ]);
    await log.publish(numberedRecords(301, 400));
    const topic = await readRecords(log, 400);
    expect(topic).toHaveLength(400);
    expect(effects(topic)).toEqual(effects(numberedRecords(1, 400)));
    await publisher.kill();
  });

  it('the next one goes on at once when one was killed in mid-batch, and leaves no record out', async () => {
    const publisher = await inTheMiddle('killed');
    await publisher.kill();
    const log = open('killed');
    await expect(log.publishedUpTo()).resolves.toMatchObject({ position: 100n });
    await expect(log.resume()).resolves.toMatchObject({ position: 100n });
    await log.publish(numberedRecords(101, 300));
    await expect(log.resume()).resolves.toMatchObject({ position: 300n });
    const topic = await readRecords(log, 300);
    expect(topic).toHaveLength(300);
    expect(effects(topic)).toEqual(effects(numberedRecords(1, 300)));
  });

  it('the next one begins with the first event when one was killed in its first batch', async () => {
    const log = open('first');
    await log.resume();
    await uncommitted('first', numberedRecords(1, 2_000));
    await expect(log.publishedUpTo()).resolves.toBeUndefined();
    await expect(log.resume()).resolves.toBeUndefined();
    // Consumers get past what nobody will ever commit.
    expect(await readRecords(log, 0)).toEqual([]);
    await log.publish(numberedRecords(1, 50));
    expect(await readRecords(log, 50)).toHaveLength(50);
  });

  /** A process that has published up to 100, and is in the middle of a large batch. */
  async function inTheMiddle(
    topic: string,
  ): Promise<Child<{ readonly acknowledged?: number; readonly refused?: string }>> {
    await open(topic).publishedUpTo();
    const publisher = new Child<{ acknowledged?: number; refused?: string }>('publish-large', [
      broker.brokers,
      topic,
    ]);
    const consumer = client().consumer({ groupId: randomUUID(), readUncommitted: true, maxWaitTimeInMs: 50 });
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await new Promise<void>((resolve) => {
      void consumer.run({
        eachMessage: async ({ message }) => {
          if (positionOf({ key: '', headers: message.headers as Numbered['headers'] }) > 100) resolve();
        },
      });
    });
    void consumer.disconnect();
    return publisher;
  }

  /** Leaves a batch behind as a publisher that is killed does. */
  async function uncommitted(topic: string, records: ReturnType<typeof numberedRecords>): Promise<void> {
    const producer = client().producer({ transactionalId: `${topic}.publisher`, maxInFlightRequests: 1 });
    await producer.connect();
    const transaction = await producer.transaction();
    await transaction.send({ topic, messages: records.map((record) => ({ ...record })) });
    await producer.disconnect();
  }

  const client = (): kafkajs.Kafka =>
    new kafkajs.Kafka({ brokers: [broker.brokers], logLevel: kafkajs.logLevel.NOTHING });
});
