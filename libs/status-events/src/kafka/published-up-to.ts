import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Consumer, type Kafka, type KafkaMessage, type SeekEntry } from 'kafkajs';
import { type Published, publishedBy, StatusLogUnavailable } from '../status-log.port.js';
import { administer, kafkaRetries } from './kafka-client.js';
import { retryPassing } from './retry-passing.js';

const timeoutMs = 30_000;
const pollMs = 100;
/** How far before its end a partition is read first; where that holds no record, ten times as far, and so on. */
const firstReach = 10n;

type Ends = SeekEntry & { high: string; low: string };

/**
 * How far the committed records go, undefined while there is none. Batches are committed whole and in the log's order,
 * so the last record of some partition tells it, and no record up to it is missing.
 * Throws when the topic had records and all have been deleted.
 */
export async function publishedUpTo(kafka: Kafka, topic: string): Promise<Published | undefined> {
  const ends = await administer(kafka, (admin) => admin.fetchTopicOffsets(topic));
  const filled = ends.filter(({ low, high }) => BigInt(low) < BigInt(high));
  const tails = filled.length === 0 ? [] : await retryPassing(() => readTails(kafka, topic, filled));
  if (tails.length === 0 && ends.some(({ low }) => low !== '0'))
    throw new Error(
      `All records of topic ${topic} have been deleted (retention.ms?), so it does not tell where to resume. ` +
        'Delete the topic to publish everything again.',
    );
  return tails.reduce<Published | undefined>(
    (one, other) => (one === undefined || other.position > one.position ? other : one),
    undefined,
  );
}

/** The client reads in consumer groups only: this one commits nothing, so nothing of it is left. */
async function readTails(kafka: Kafka, topic: string, ends: readonly Ends[]): Promise<Published[]> {
  const consumer = kafka.consumer({
    groupId: `${topic}.resume.${randomUUID()}`,
    maxWaitTimeInMs: pollMs,
    allowAutoTopicCreation: false,
    retry: { ...kafkaRetries, restartOnFailure: () => Promise.resolve(false) },
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic] });
    const tails = ends.map((end) => new Tail(consumer, topic, end));
    return await Promise.race([lastOf(tails, consumer), outOfTime(topic)]);
  } finally {
    await consumer.disconnect();
  }
}

function lastOf(tails: readonly Tail[], consumer: Consumer): Promise<Published[]> {
  return new Promise((resolve, reject) => {
    const tailOf = new Map(tails.map((tail) => [tail.partition, tail]));
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    // Also told of what is nothing but aborted records and the marks that end transactions.
    consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload: { partition, lastOffset } }) => {
      tailOf.get(partition)?.readUpTo(BigInt(lastOffset));
      if (tails.every(({ isRead }) => isRead)) resolve(tails.flatMap(({ published }) => published ?? []));
    });
    const start = async (): Promise<void> => {
      await consumer.run({
        autoCommit: false,
        eachMessage: async ({ partition, message }) => tailOf.get(partition)?.take(message),
      });
      for (const tail of tails) tail.seek();
    };
    start().catch(reject);
  });
}

/** The end of a partition. */
class Tail {
  readonly partition: number;
  /** What its last record says. */
  published: Published | undefined;
  isRead = false;
  private readonly low: bigint;
  private readonly high: bigint;
  private reach = firstReach;

  constructor(
    private readonly consumer: Consumer,
    private readonly topic: string,
    { partition, low, high }: Ends,
  ) {
    this.partition = partition;
    this.low = BigInt(low);
    this.high = BigInt(high);
  }

  seek(): void {
    this.consumer.seek({ topic: this.topic, partition: this.partition, offset: String(this.start) });
  }

  take({ key, headers }: KafkaMessage): void {
    const texts = Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]);
    const record = {
      key: String(key),
      headers: Object.fromEntries(texts) as Record<string, string>,
      value: '',
    };
    this.published = publishedBy(record);
  }

  readUpTo(offset: bigint): void {
    if (offset < this.high - 1n) return;
    this.isRead = this.published !== undefined || this.start === this.low;
    if (this.isRead) return;
    this.reach *= 10n;
    this.seek();
  }

  private get start(): bigint {
    const start = this.high - this.reach;
    return start > this.low ? start : this.low;
  }
}

async function outOfTime(topic: string): Promise<never> {
  await delay(timeoutMs, undefined, { ref: false });
  throw new StatusLogUnavailable(`Kafka did not hand out the last records of ${topic} in time.`);
}
