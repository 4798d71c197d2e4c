import kafkajs, { type Kafka } from 'kafkajs';
import { type DeadLetterTopic, StatusLogUnavailable, type StatusRecord } from '../status-log.port.js';
import { ensureTopic } from './ensure-topic.js';
import { administer, kafkaRetries } from './kafka-client.js';
import { failureOf } from './kafka-failure.js';
import { type KafkaStatusLogOptions } from './kafka-options.js';

/**
 * The topics `<topic>.<group>.dlq`, each made at its first dead letter with as many partitions as the topic has.
 * Dead letters are rare, so each call has a producer of its own: one that has failed may not be used again.
 */
export class KafkaDeadLetterTopic implements DeadLetterTopic {
  constructor(
    private readonly kafka: Kafka,
    readonly source: string,
    private readonly options: KafkaStatusLogOptions,
    private readonly partitions: () => Promise<number>,
  ) {}

  async append(group: string, letters: readonly StatusRecord[]): Promise<void> {
    try {
      const topic = `${this.source}.${group}.dlq`;
      const options = { ...this.options, partitions: await this.partitions() };
      await administer(this.kafka, (admin) => ensureTopic(admin, topic, options));
      await this.write(topic, letters);
    } catch (error) {
      throw failureOf(error);
    }
  }

  private async write(topic: string, letters: readonly StatusRecord[]): Promise<void> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      retry: kafkaRetries,
    });
    try {
      await producer.connect();
      // One by one: together they might be more than the broker takes in one request.
      for (const letter of letters) {
        const confirmed = await producer.send({ topic, messages: [letter], acks: -1 });
        if (confirmed.length !== 1)
          throw new StatusLogUnavailable(
            `Kafka did not confirm a dead letter of order ${letter.key} in ${topic}.`,
          );
      }
    } finally {
      await producer.disconnect();
    }
  }
}
