import { describe, expect, it } from '@jest/globals';
import { type Kafka, type ProducerRecord, type RecordMetadata } from 'kafkajs';
import { StatusLogUnavailable, type StatusRecord } from '../status-log.port.js';
import { TopicWriter } from './topic-writer.js';

const records = (first: number, count: number, value = '{}'): StatusRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `order-${(first + index) % 20}`,
    headers: { ce_logposition: String(first + index) },
    value,
  }));

/** A broker that stores everything, unless `answer` says otherwise; `steps` tells what it was asked to do. */
async function writerOn(answer = (right: RecordMetadata[]): RecordMetadata[] => right) {
  const sent: ProducerRecord[] = [];
  const steps: string[] = [];
  const ends = new Map<number, number>();
  const send = async (record: ProducerRecord): Promise<RecordMetadata[]> => {
    sent.push(record);
    steps.push('send');
    const offsets = new Map<number, number>();
    for (const { partition } of record.messages) {
      const end = ends.get(partition!) ?? 0;
      if (!offsets.has(partition!)) offsets.set(partition!, end);
      ends.set(partition!, end + 1);
    }
    return answer(
      [...offsets].map(([partition, offset]) => ({
        topicName: record.topic,
        partition,
        errorCode: 0,
        baseOffset: String(offset),
      })),
    );
  };
  const transaction = {
    send,
    commit: async () => void steps.push('commit'),
    abort: async () => void steps.push('abort'),
  };
  const producer = {
    connect: async () => {},
    disconnect: async () => {},
    transaction: async () => {
      steps.push('begin');
      return transaction;
    },
  };
  const kafka = { producer: () => producer } as unknown as Kafka;
  const writer = await TopicWriter.open(kafka, 'orders', 4);
  return { sent, steps, writer };
}

describe('the writer of the topic', () => {
  it('takes over before anything is written, and writes a batch in one transaction', async () => {
    const { steps, writer } = await writerOn();
    expect(steps.splice(0)).toEqual(['begin', 'abort']);
    await writer.write(records(1, 30));
    await writer.write(records(31, 30, 'x'.repeat(50_000)));
    expect(steps).toEqual(['begin', 'send', 'commit', 'begin', 'send', 'send', 'send', 'commit']);
  });

  it('keeps the requests below the limit of the broker', async () => {
    const { sent, writer } = await writerOn();
    await writer.write(records(1, 30, 'x'.repeat(50_000)));
    expect(sent.map(({ messages }) => messages.length)).toEqual([10, 10, 10]);
    expect(sent.flatMap(({ messages }) => messages).map(({ headers }) => headers!.ce_logposition)).toEqual(
      records(1, 30).map(({ headers }) => headers.ce_logposition),
    );
  });

  it('writes a record in a request of its own that is larger than that', async () => {
    const { sent, writer } = await writerOn();
    await writer.write([...records(1, 1), ...records(2, 1, 'x'.repeat(600_000)), ...records(3, 1)]);
    expect(sent.map(({ messages }) => messages.length)).toEqual([1, 1, 1]);
  });

  it('sends an order to the partition that the Java client would choose', async () => {
    const { sent, writer } = await writerOn();
    await writer.write([...records(0, 6), ...records(20, 6)]);
    // As org.apache.kafka.common.utils.Utils.murmur2 of kafka-clients 3.9.1 has it for these keys and 4 partitions.
    const partitions = [0, 2, 3, 3, 2, 2];
    expect(sent[0]!.messages.map(({ partition }) => partition)).toEqual([...partitions, ...partitions]);
  });

  it('commits no batch that a partition was left out of', async () => {
    const { steps, writer } = await writerOn((answers) => answers.slice(1));
    await expect(writer.write(records(1, 40))).rejects.toThrow(StatusLogUnavailable);
    expect(steps).not.toContain('commit');
  });

  it('does not take an offset that an earlier record has for a new one', async () => {
    const { writer } = await writerOn((answers) => answers.map((answer) => ({ ...answer, baseOffset: '0' })));
    await writer.write(records(1, 40));
    await expect(writer.write(records(41, 40))).rejects.toThrow(/without storing them/);
  });

  it('refuses records that do not say where they are from', async () => {
    const { sent, writer } = await writerOn();
    const stray = { key: 'order-1', headers: {}, value: '{}' };
    await expect(writer.write([...records(1, 500, 'x'.repeat(5_000)), stray])).rejects.toThrow(
      /ce_logposition/,
    );
    expect(sent).toEqual([]);
  });
});
