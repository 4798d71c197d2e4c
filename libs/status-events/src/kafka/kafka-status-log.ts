import { type Kafka } from 'kafkajs';
import {
  type ConsumeOptions,
  type GroupLag,
  type Published,
  type StatusLog,
  StatusLogUnavailable,
  type StatusRecord,
} from '../status-log.port.js';
import { consumeTopic } from './consume-topic.js';
import { KafkaDeadLetterTopic } from './dead-letter-topic.js';
import { ensureTopic } from './ensure-topic.js';
import { groupLag } from './group-lag.js';
import { administer, kafkaClient } from './kafka-client.js';
import { failureOf } from './kafka-failure.js';
import { type KafkaStatusLogOptions } from './kafka-options.js';
import { publishedUpTo } from './published-up-to.js';
import { retryPassing } from './retry-passing.js';
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
   * A failure may leave it open whether the records are in the topic. Therefore all further publications fail too,
   * also those that were waiting, until `resume` has said where to go on.
   */
  publish(records: readonly StatusRecord[]): Promise<void> {
    return this.inTurn(async () => {
      if (this.failed)
        throw new StatusLogUnavailable(
          'A publication has failed: go on from the position that resume gives.',
        );
      try {
        this.writer ??= await this.openWriter();
        await this.writer.write(records);
      } catch (error) {
        this.failed = true;
        await this.closeWriter();
        throw error;
      }
    });
  }

  /** First keeps every other writer from writing, so that nothing can be written behind what is read then. */
  resume(): Promise<Published | undefined> {
    return this.inTurn(async () => {
      this.failed = true;
      await this.closeWriter();
      this.writer = await this.openWriter();
      const published = await publishedUpTo(this.kafka, this.topic);
      this.failed = false;
      return published;
    });
  }

  publishedUpTo(): Promise<Published | undefined> {
    return attempt(async () => {
      await this.ready();
      return publishedUpTo(this.kafka, this.topic);
    });
  }

  /**
   * Rejects with `StatusLogUnavailable` when Kafka stays away for longer than the client's own retries (some
   * seconds), and with another error when it refuses: nothing restarts by itself.
   */
  consume(options: ConsumeOptions): Promise<void> {
    const signal = AbortSignal.any([options.signal, this.closed.signal]);
    const consumption = attempt(async () => {
      await this.ready();
      await retryPassing((alive) => {
        const progressed = (): void => {
          alive();
          options.progressed?.();
        };
        return consumeTopic(kafkaClient(this.options), this.topic, { ...options, signal, progressed });
      }, signal);
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

  check(): Promise<void> {
    return attempt(() => administer(this.kafka, async (admin) => void (await admin.describeCluster())));
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

  /** The identity of a writer that was killed in mid-batch is free as soon as that batch has been aborted. */
  private async openWriter(): Promise<TopicWriter> {
    const partitions = await this.ready();
    return retryPassing(() => TopicWriter.open(this.kafka, this.topic, partitions));
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
