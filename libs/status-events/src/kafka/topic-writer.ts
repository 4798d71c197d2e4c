import kafkajs, {
  type Kafka,
  type PartitionMetadata,
  type Producer,
  type RetryOptions,
  type Transaction,
} from 'kafkajs';
import { StatusLogUnavailable, type StatusRecord } from '../status-log.port.js';
import { kafkaRetries } from './kafka-client.js';

/** Below the broker's limit for one request's share of a partition (1 MB), should all records go to one. */
const maxRequestBytes = 512 * 1024;
/** A generous guess at what a record takes besides its value: the key and the attributes of the event. */
const attributeBytes = 1024;
/**
 * As long as usual, in smaller steps: a transaction can begin only some milliseconds after the commit
 * of the one before, when each partition has been told of it.
 */
const stepwise: RetryOptions = { ...kafkaRetries, initialRetryTime: 5, retries: 10 };

/**
 * Writes each batch as one transaction: a batch becomes visible whole, or never. Of all writers of a topic only the
 * one that was opened last can write: opening it aborts what an earlier one has not committed.
 *
 * After any failure it must not be used again: the client gives the next records the sequence numbers of the failed
 * ones, which the broker may have stored, and then acknowledges the new records without storing them.
 */
export class TopicWriter {
  private readonly partitionOf = kafkajs.Partitioners.DefaultPartitioner();
  /** The lowest offset that the next record can get in each partition. */
  private readonly nextOffsets = new Map<number, bigint>();

  private constructor(
    private readonly producer: Producer,
    private readonly topic: string,
    private readonly partitions: number,
  ) {}

  static async open(kafka: Kafka, topic: string, partitions: number): Promise<TopicWriter> {
    const producer = kafka.producer({
      transactionalId: `${topic}.publisher`,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      retry: stepwise,
    });
    const writer = new TopicWriter(producer, topic, partitions);
    try {
      await writer.takeOver();
    } catch (error) {
      await writer.close();
      throw error;
    }
    return writer;
  }

  /** Resolves when the commit is decided: then all in-sync copies have the records, and consumers get them soon. */
  async write(records: readonly StatusRecord[]): Promise<void> {
    const requests = [...requestsOf(records)];
    const transaction = await this.producer.transaction();
    for (const request of requests) await this.send(transaction, request);
    await transaction.commit();
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
  }

  /** The client asks for the topic's only valid identity when it begins its first transaction. */
  private async takeOver(): Promise<void> {
    await this.producer.connect();
    const first = await this.producer.transaction();
    await first.abort();
  }

  private async send(transaction: Transaction, records: readonly StatusRecord[]): Promise<void> {
    const messages = records.map((record) => ({ ...record, partition: this.choosePartition(record) }));
    const counts = new Map<number, number>();
    for (const { partition } of messages) counts.set(partition, (counts.get(partition) ?? 0) + 1);

    const answers = await transaction.send({ topic: this.topic, messages, acks: -1 });
    for (const [partition, count] of counts) {
      const offset = answers.find((answer) => answer.partition === partition)?.baseOffset;
      this.confirm(partition, count, offset);
    }
  }

  /**
   * The client can report success although it left a partition out (its leader changed between two attempts),
   * and the broker can confirm records that it already had: each record must have got an offset of its own.
   */
  private confirm(partition: number, count: number, offset: string | undefined): void {
    const next = this.nextOffsets.get(partition) ?? 0n;
    if (offset === undefined || BigInt(offset) < next)
      throw new StatusLogUnavailable(
        `Kafka confirmed records for partition ${partition} of ${this.topic} without storing them.`,
      );
    this.nextOffsets.set(partition, BigInt(offset) + BigInt(count));
  }

  private choosePartition({ key, value }: StatusRecord): number {
    // For a record with a key the partitioner only counts them.
    const partitionMetadata = new Array<PartitionMetadata>(this.partitions);
    return this.partitionOf({ topic: this.topic, partitionMetadata, message: { key, value } });
  }
}

function* requestsOf(records: readonly StatusRecord[]): Generator<StatusRecord[]> {
  let request: StatusRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    if (record.headers.ce_logposition === undefined)
      throw new Error(`A status record of ${record.key} has no header ce_logposition.`);
    const size = attributeBytes + Buffer.byteLength(record.value);
    if (request.length > 0 && bytes + size > maxRequestBytes) {
      yield request;
      request = [];
      bytes = 0;
    }
    request.push(record);
    bytes += size;
  }
  if (request.length > 0) yield request;
}
