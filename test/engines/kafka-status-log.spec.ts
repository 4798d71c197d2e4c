import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { KafkaStatusLog } from '@app/status-events';
import { describeStatusLog } from '../../libs/status-events/src/testing/status-log.contract.js';
import { kafkaVersion, startTestBroker, type TestBroker } from './kafka-broker.js';
import { effects, numberedRecords, readAll } from './numbered-records.js';

let broker: TestBroker | undefined;
let brokers: string;
const newTopic = (): string => `orders.status.test.${randomUUID()}`;

beforeAll(async () => {
  broker = process.env.KAFKA_BROKERS === undefined ? await startTestBroker() : undefined;
  brokers = broker?.brokers ?? process.env.KAFKA_BROKERS!;
}, 120_000);

afterAll(() => broker?.remove());

const open = (topic: string, partitions?: number): KafkaStatusLog =>
  new KafkaStatusLog({ brokers: brokers.split(','), topic, partitions });

describeStatusLog(`Apache Kafka ${kafkaVersion}`, async () => {
  const topic = newTopic();
  return { open: async () => open(topic, 4), close: async () => {} };
});

describe(`a topic of Apache Kafka ${kafkaVersion}`, () => {
  const logs: KafkaStatusLog[] = [];
  const opened = (topic: string, partitions?: number): KafkaStatusLog => {
    const log = open(topic, partitions);
    logs.push(log);
    return log;
  };

  afterAll(() => Promise.all(logs.map((log) => log.close())));

  it('keeps its number of partitions, and takes part with no other', async () => {
    const topic = newTopic();
    await opened(topic, 3).publish(numberedRecords(1, 10));
    await expect(opened(topic, 4).publish(numberedRecords(11, 20))).rejects.toThrow(
      /has 3 partitions, not 4/,
    );
    await opened(topic).publish(numberedRecords(11, 20));
    expect(effects(await readAll(opened(topic, 3)))).toEqual(effects(numberedRecords(1, 20)));
  });

  it('gives consumers the headers of the contract and no others', async () => {
    const log = opened(newTopic());
    const written = numberedRecords(1, 1);
    await log.publish(written);
    const [read] = await readAll(log);
    expect(read!.headers).toEqual(written[0]!.headers);
  });

  it('refuses to guess where to resume when its records have been deleted', async () => {
    const topic = newTopic();
    const log = opened(topic, 1);
    await log.publish(numberedRecords(1, 10));
    const admin = new kafkajs.Kafka({ brokers: brokers.split(',') }).admin();
    await admin.connect();
    const [end] = await admin.fetchTopicOffsets(topic);
    await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: end!.high }] });
    await admin.disconnect();
    await expect(log.publishedUpTo()).rejects.toThrow(/have been deleted/);
  });
});
