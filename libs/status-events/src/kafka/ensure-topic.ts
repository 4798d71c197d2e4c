import kafkajs, { type Admin } from 'kafkajs';
import { type KafkaStatusLogOptions } from './kafka-options.js';

const partitionsOfNewTopic = 12;
const mostCopies = 3;

/**
 * Makes the topic when it is missing, and gives its number of partitions.
 * Throws when the topic has another number than the one asked for, which is never changed here. Throws as well when the
 * brokers refuse to make it, for example because there are fewer of them than copies.
 */
export async function ensureTopic(
  admin: Admin,
  topic: string,
  { partitions, replication }: KafkaStatusLogOptions,
): Promise<number> {
  const existing = await admin.listTopics();
  if (!existing.includes(topic)) {
    const copies = replication ?? Math.min(mostCopies, (await admin.describeCluster()).brokers.length);
    await createTopic(admin, topic, partitions ?? partitionsOfNewTopic, copies);
  }
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  const actual = topics[0]!.partitions.length;
  if (partitions !== undefined && partitions !== actual)
    throw new Error(
      `Topic ${topic} has ${actual} partitions, not ${partitions}: configure ${actual}. Another number would put ` +
        `an order's next records into another partition, out of order; it takes a new topic.`,
    );
  return actual;
}

async function createTopic(admin: Admin, topic: string, partitions: number, copies: number): Promise<void> {
  const creation = admin.createTopics({
    topics: [
      {
        topic,
        numPartitions: partitions,
        replicationFactor: copies,
        configEntries: [
          { name: 'cleanup.policy', value: 'delete' },
          // New consumers read from the first event on; an operator may set a time once all consumers are old.
          { name: 'retention.ms', value: '-1' },
          // Of three copies: acknowledged records outlive any one broker, and writing goes on without it.
          { name: 'min.insync.replicas', value: String(Math.max(1, copies - 1)) },
        ],
      },
    ],
  });
  await creation.catch((error: unknown) => {
    if (!(error instanceof kafkajs.KafkaJSAggregateError)) throw error;
    const reasons = error.errors.map((reason) => (reason as Error).message).join(', ');
    throw new Error(
      `Topic ${topic} cannot be made with ${partitions} partitions and ${copies} copies of each: ${reasons}.`,
      { cause: error },
    );
  });
}
