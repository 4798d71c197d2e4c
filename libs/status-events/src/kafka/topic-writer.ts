import kafkajs, { type Kafka, type PartitionMetadata, type Producer } from 'kafkajs';
import { StatusLogUnavailable, type StatusRecord } from '../status-log.port.js';
import { encodeMark, markHeader } from './batch-mark.js';
import { patience } from './kafka-client.js';

/** Below the broker's limit for one batch (1 MB), should all records go to one partition. */
const maxBatchBytes = 512 * 1024;
/** A generous guess at what a record takes besides its value: the key and the attributes of the event. */
const attributeBytes = 1024;

/**
 * One producer's time from its first to its last batch. After any failure it must not be used again: the client
 * gives the next batch the sequence numbers of the failed one, which the broker may have stored, and then
 * acknowledges the new records without storing them.
 */
export class TopicWriter {
  private readonly partitionOf = kafkajs.Partitioners.DefaultPartitioner();
  /** The lowest offset that the next batch can get in each partition. */
  private readonly nextOffsets = new Map<number, bigint>();

  private constructor(
    private readonly producer: Producer,
    private readonly topic: string,
    private readonly partitions: number,
    /** Every record up to this log position is in the topic. */
    private position: bigint | undefined,
  ) {}

  static async open(
    kafka: Kafka,
    topic: string,
    partitions: number,
    position: bigint | undefined,
  ): Promise<TopicWriter> {
    const producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      retry: patience,
    });
    const writer = new TopicWriter(producer, topic, partitions, position);
    await producer.connect().catch(async (error: unknown) => {
      await writer.close();
      throw error;
    });
    return writer;
  }

  /** Resolves when all in-sync copies have the records. */
  async write(records: readonly StatusRecord[]): Promise<void> {
    for (const batch of batchesOf(records)) await this.writeBatch(batch);
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
  }

  private async writeBatch(records: readonly StatusRecord[]): Promise<void> {
    const partitions = records.map((record) => this.choosePartition(record));
    const counts = new Map<number, number>();
    for (const partition of partitions) counts.set(partition, (counts.get(partition) ?? 0) + 1);

    const upTo = positionOf(records.at(-1)!);
    const mark = encodeMark({ after: this.position, upTo, partitions: counts.size });
    const messages = records.map(({ key, headers, value }, index) => ({
      key,
      headers: { ...headers, [markHeader]: mark },
      value,
      partition: partitions[index]!,
    }));

    const answers = await this.producer.send({ topic: this.topic, messages, acks: -1 });
    for (const [partition, count] of counts) {
      const offset = answers.find((answer) => answer.partition === partition)?.baseOffset;
      this.confirm(partition, count, offset);
    }
    this.position = upTo;
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

function* batchesOf(records: readonly StatusRecord[]): Generator<StatusRecord[]> {
  let batch: StatusRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const size = attributeBytes + Buffer.byteLength(record.value);
    if (batch.length > 0 && bytes + size > maxBatchBytes) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(record);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

const positionOf = ({ key, headers }: StatusRecord): bigint => {
  const text = headers.ce_logposition;
  if (text === undefined) throw new Error(`A status record of ${key} has no header ce_logposition.`);
  return BigInt(text);
};
