import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import kafkajs, { type Admin } from 'kafkajs';
import { KafkaStatusLog } from '@app/status-events';
import { describeStatusLog } from '@app/status-events/testing';
import { kafkaVersions, startTestBroker, type TestBroker } from './kafka-broker.js';
import { effects, numberedRecords } from './numbered-records.js';
import { readRecords } from './read-records.js';

const newTopic = (): string => `orders.status.test.${randomUUID()}`;

describe.each(kafkaVersions)('Apache Kafka %s', (version) => {
  let broker: TestBroker;

  beforeAll(async () => {
    broker = await startTestBroker(version);
  });

  afterAll(() => broker.remove());

  const open = (topic: string, partitions?: number): KafkaStatusLog =>
    new KafkaStatusLog({ brokers: [broker.brokers], topic, partitions });

  async function administer(work: (admin: Admin) => Promise<void>): Promise<void> {
    const admin = new kafkajs.Kafka({
      brokers: [broker.brokers],
      logLevel: kafkajs.logLevel.NOTHING,
    }).admin();
    await admin.connect();
    await work(admin);
    await admin.disconnect();
  }

  describeStatusLog(`Apache Kafka ${version}`, async () => {
    const topic = newTopic();
    return {
      open: async () => open(topic, 4),
      close: () => administer((admin) => admin.deleteTopics({ topics: [topic] })),
    };
  });

  describe('a topic', () => {
    const logs: KafkaStatusLog[] = [];
    let topic: string;
    const opened = (partitions?: number): KafkaStatusLog => {
      const log = open(topic, partitions);
      logs.push(log);
      return log;
    };

    beforeEach(() => {
      topic = newTopic();
    });
    afterEach(async () => {
      await Promise.all(logs.splice(0).map((log) => log.close()));
      await administer((admin) => admin.deleteTopics({ topics: [topic] }));
    });

    it('keeps its number of partitions, and takes part with no other', async () => {
      await opened(3).publish(numberedRecords(1, 10));
      await expect(opened(4).publish(numberedRecords(11, 20))).rejects.toThrow(/has 3 partitions, not 4/);
      await opened().publish(numberedRecords(11, 20));
      expect(effects(await readRecords(opened(3), 20))).toEqual(effects(numberedRecords(1, 20)));
    });

    it('gives consumers the headers of the contract and no others', async () => {
      const log = opened();
      const written = numberedRecords(1, 1);
      await log.publish(written);
      const [read] = await readRecords(log, 1);
      expect(read!.headers).toEqual(written[0]!.headers);
    });

    it('refuses to guess where to resume when its records have been deleted', async () => {
      const log = opened(1);
      await log.publish(numberedRecords(1, 10));
      // What was just committed is visible in a moment; before, the client sees a topic without an end.
      await readRecords(log, 10);
      await administer(async (admin) => {
        const [end] = await admin.fetchTopicOffsets(topic);
        await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: end!.high }] });
      });
      await expect(log.resume()).rejects.toThrow(/have been deleted/);
    });
  });
});
