import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Consumer, type EachMessagePayload, type Kafka, type KafkaMessage } from 'kafkajs';
import { StatusLogUnavailable } from '../status-log.port.js';
import { administer, patience } from './kafka-client.js';
import { persevere } from './persevere.js';

const timeoutMs = 30_000;
const pollMs = 100;

/** The last record of each partition that has one. Throws when the topic had records and all have been deleted. */
export async function lastRecords(kafka: Kafka, topic: string): Promise<KafkaMessage[]> {
  const ends = await administer(kafka, (admin) => admin.fetchTopicOffsets(topic));
  const filled = ends.filter(({ low, high }) => BigInt(low) < BigInt(high));
  if (filled.length === 0 && ends.some(({ high }) => high !== '0'))
    throw new Error(
      `All records of topic ${topic} have been deleted (retention.ms?), so it does not tell where to resume. ` +
        'Delete the topic to publish everything again.',
    );
  if (filled.length === 0) return [];
  const offsets = new Map(filled.map(({ partition, high }) => [partition, BigInt(high) - 1n]));
  return persevere(() => readAt(kafka, topic, offsets));
}

/** The client reads in consumer groups only: this one commits nothing, so nothing of it is left. */
async function readAt(
  kafka: Kafka,
  topic: string,
  offsets: ReadonlyMap<number, bigint>,
): Promise<KafkaMessage[]> {
  const consumer = kafka.consumer({
    groupId: `${topic}.resume.${randomUUID()}`,
    maxWaitTimeInMs: pollMs,
    allowAutoTopicCreation: false,
    retry: { ...patience, restartOnFailure: () => Promise.resolve(false) },
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic] });
    return await Promise.race([seekAndRead(consumer, topic, offsets), outOfTime(topic)]);
  } finally {
    await consumer.disconnect();
  }
}

function seekAndRead(
  consumer: Consumer,
  topic: string,
  offsets: ReadonlyMap<number, bigint>,
): Promise<KafkaMessage[]> {
  return new Promise((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    const found = new Map<number, KafkaMessage>();
    const eachMessage = async ({ partition, message }: EachMessagePayload): Promise<void> => {
      if (BigInt(message.offset) < (offsets.get(partition) ?? 0n)) return;
      found.set(partition, message);
      if ([...offsets.keys()].every((wanted) => found.has(wanted))) resolve([...found.values()]);
    };
    const start = async (): Promise<void> => {
      await consumer.run({ autoCommit: false, eachMessage });
      for (const [partition, offset] of offsets) consumer.seek({ topic, partition, offset: String(offset) });
    };
    start().catch(reject);
  });
}

async function outOfTime(topic: string): Promise<never> {
  await delay(timeoutMs, undefined, { ref: false });
  throw new StatusLogUnavailable(`Kafka did not hand out the last records of ${topic} in time.`);
}
