import { type KafkaConfig } from 'kafkajs';
import { type OperatorLog } from '../operator-log.js';

/** Where the topic is, and how it is made when it is missing. */
export interface KafkaStatusLogOptions {
  /** Bootstrap addresses, e.g. `kafka-1:9092`. */
  readonly brokers: readonly string[];
  /** Default: `orders.status.v1`. */
  readonly topic?: string;
  /**
   * Number of partitions, fixed for the topic's life: another number would send an order's next records to
   * another partition than its earlier ones. Default: as the topic has, 12 for a new one.
   */
  readonly partitions?: number;
  /** Copies that a new topic keeps of each record. Default: one per broker, at most 3. */
  readonly replication?: number;
  /** Names this program in the broker's logs and quotas. */
  readonly clientId?: string;
  readonly ssl?: KafkaConfig['ssl'];
  readonly sasl?: KafkaConfig['sasl'];
  readonly log?: OperatorLog;
}
