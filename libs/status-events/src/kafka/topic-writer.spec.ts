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

/** A broker that stores everything, unless `answer` says otherwise. */
async function writerOn(answer = (right: RecordMetadata[]): RecordMetadata[] => right) {
  const sent: ProducerRecord[] = [];
  const ends = new Map<number, number>();
  const producer = {
    connect: async () => {},
    disconnect: async () => {},
    send: async (record: ProducerRecord) => {
      sent.push(record);
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
    },
  };
  const kafka = { producer: () => producer } as unknown as Kafka;
  return { sent, writer: await TopicWriter.open(kafka, 'orders', 4, 0n) };
}

describe('the writer of the topic', () => {
  it('keeps the requests below the limit of the broker, and marks where each begins and ends', async () => {
    const { sent, writer } = await writerOn();
    await writer.write(records(1, 30, 'x'.repeat(50_000)));
    const marks = sent.map(({ messages }) => [...new Set(messages.map(({ headers }) => headers!.batch))]);
    expect(marks).toEqual([['0/10/3'], ['10/20/4'], ['20/30/3']]);
    expect(sent.flatMap(({ messages }) => messages).map(({ headers }) => headers!.ce_logposition)).toEqual(
      records(1, 30).map(({ headers }) => headers.ce_logposition),
    );
  });

  it('writes a record alone that is larger than that', async () => {
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

  it('does not take a partition that was left out for written', async () => {
    const { writer } = await writerOn((answers) => answers.slice(1));
    await expect(writer.write(records(1, 40))).rejects.toThrow(StatusLogUnavailable);
  });

  it('does not take an offset that an earlier record has for a new one', async () => {
    const { writer } = await writerOn((answers) => answers.map((answer) => ({ ...answer, baseOffset: '0' })));
    await writer.write(records(1, 40));
    await expect(writer.write(records(41, 40))).rejects.toThrow(/without storing them/);
  });

  it('refuses records that do not say where they are from', async () => {
    const { sent, writer } = await writerOn();
    await expect(writer.write([{ key: 'order-1', headers: {}, value: '{}' }])).rejects.toThrow(
      /ce_logposition/,
    );
    expect(sent).toEqual([]);
  });
});
