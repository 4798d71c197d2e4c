import { type Kafka } from 'kafkajs';
import {
  type ConsumeOptions,
  type GroupLag,
  type StatusLog,
  StatusLogUnavailable,
  type StatusRecord,
} from '../status-log.port.js';
import { markHeader, resumePosition } from './batch-mark.js';
import { consumeTopic } from './consume-topic.js';
import { KafkaDeadLetterTopic } from './dead-letter-topic.js';
import { ensureTopic } from './ensure-topic.js';
import { groupLag } from './group-lag.js';
import { administer, kafkaClient } from './kafka-client.js';
import { failureOf } from './kafka-failure.js';
import { type KafkaStatusLogOptions } from './kafka-options.js';
import { lastRecords } from './last-records.js';
import { persevere } from './persevere.js';
import { TopicWriter } from './topic-writer.js';

const contractTopic = 'orders.status.v1';

/** The topic on Apache Kafka 3.9 or 4, made at the first use. */
export class KafkaStatusLog implements StatusLog {
  readonly deadLetters: KafkaDeadLetterTopic;
  private readonly kafka: Kafka;
  private readonly topic: string;
  private readonly closed = new AbortController();
  private readonly consumptions = new Set<Promise<void>>();
  private partitions?: Promise<number>;
  private turn: Promise<unknown> = Promise.resolve();
  private writer?: TopicWriter;
  private failed = false;

  constructor(private readonly options: KafkaStatusLogOptions) {
    this.kafka = kafkaClient(options);
    this.topic = options.topic ?? contractTopic;
    this.deadLetters = new KafkaDeadLetterTopic(this.kafka, this.topic, options, () => this.ready());
  }

  /**
   * A failure may leave the records in some partitions and not in others. Therefore all further publications
   * fail too, also those that were waiting, until `publishedUpTo` has told where to go on.
   */
  publish(records: readonly StatusRecord[]): Promise<void> {
    return this.inTurn(async () => {
      if (this.failed)
        throw new StatusLogUnavailable(
          'A publication has failed: go on from the position that publishedUpTo gives.',
        );
      try {
        this.writer ??= await this.openWriter(await this.readPosition());
        await this.writer.write(records);
      } catch (error) {
        this.failed = true;
        await this.closeWriter();
        throw error;
      }
    });
  }

  /**
   * Reads the last record of each partition, and what it says of its batch (see `BatchMark`). When a publisher is
   * killed in mid-batch, some partitions have their share of that batch and others do not: the position before it
   * is the answer, so the shares that are there are written again, and no record is left out.
   */
  publishedUpTo(): Promise<bigint | undefined> {
    return this.inTurn(async () => {
      const position = await this.readPosition();
      await this.closeWriter();
      this.writer = await this.openWriter(position);
      this.failed = false;
      return position;
    });
  }

  /**
   * Rejects with `StatusLogUnavailable` when Kafka stays away for longer than the client's own retries (some
   * seconds), and with another error when it refuses: nothing restarts by itself.
   */
  consume({ group, handle, signal }: ConsumeOptions): Promise<void> {
    const end = AbortSignal.any([signal, this.closed.signal]);
    const consumption = attempt(async () => {
      await this.ready();
      const options = { group, handle, signal: end };
      await persevere((alive) => consumeTopic(kafkaClient(this.options), this.topic, options, alive), end);
    });
    this.consumptions.add(consumption);
    return consumption.finally(() => this.consumptions.delete(consumption));
  }

  lag(group: string): Promise<GroupLag> {
    return attempt(async () => {
      await this.ready();
      const records = await administer(this.kafka, (admin) => groupLag(admin, this.topic, group));
      return { group, records };
    });
  }

  /** Lets publications under way end, and the consumptions after their batch. */
  async close(): Promise<void> {
    this.closed.abort();
    await Promise.allSettled(this.consumptions);
    await this.inTurn(() => this.closeWriter());
  }

  private inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const result = this.turn.then(() => attempt(work));
    this.turn = result.catch(() => {});
    return result;
  }

  private ready(): Promise<number> {
    this.partitions ??= administer(this.kafka, (admin) => ensureTopic(admin, this.topic, this.options));
    this.partitions.catch(() => (this.partitions = undefined));
    return this.partitions;
  }

  private async readPosition(): Promise<bigint | undefined> {
    await this.ready();
    const records = await lastRecords(this.kafka, this.topic);
    const marks = records.map(({ headers }) => String(headers?.[markHeader]));
    return resumePosition(marks);
  }

  private async openWriter(position: bigint | undefined): Promise<TopicWriter> {
    return TopicWriter.open(this.kafka, this.topic, await this.ready(), position);
  }

  private async closeWriter(): Promise<void> {
    const { writer } = this;
    this.writer = undefined;
    await writer?.close();
  }
}

async function attempt<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw failureOf(error);
  }
}
