import kafkajs, { type Admin, type Kafka, type RetryOptions } from 'kafkajs';
import { type KafkaStatusLogOptions } from './kafka-options.js';
import { retryPassing } from './retry-passing.js';

const connectMs = 3_000;
const requestMs = 10_000;
/** A member of a group that is silent for so long is taken for dead, and its partitions go to the others. */
export const sessionMs = 10_000;
export const heartbeatMs = 3_000;

/** The client's own retries: enough for a change of leader. An outage is for the caller to wait out. */
export const kafkaRetries: RetryOptions = {
  initialRetryTime: 200,
  multiplier: 2,
  maxRetryTime: 2_000,
  retries: 5,
};

/** Reported by the client as a failure, although it is the way of transactions: the writer tries again at once. */
const notYet = 'another concurrent operation on the same transaction';

/**
 * A client of its own for each use: consumers of one group that share a client also share what it remembers
 * of committed offsets.
 */
export function kafkaClient(options: KafkaStatusLogOptions): Kafka {
  const { brokers, clientId = 'orders', ssl, sasl, log = () => {} } = options;
  return new kafkajs.Kafka({
    brokers: [...brokers],
    clientId,
    ssl,
    sasl,
    connectionTimeout: connectMs,
    requestTimeout: requestMs,
    // Every request runs inside a retry loop that sets up connections in retry loops of this length.
    retry: { ...kafkaRetries, retries: 1 },
    logLevel: kafkajs.logLevel.ERROR,
    logCreator:
      () =>
      ({ namespace, log: { message, ...facts } }) => {
        if (`${message} ${facts.error}`.includes(notYet)) return;
        log(`The Kafka client reports: ${message}`, { namespace, ...facts });
      },
  });
}

/** Carries out a few administrative requests on a connection of their own. */
export function administer<Answer>(kafka: Kafka, work: (admin: Admin) => Promise<Answer>): Promise<Answer> {
  return retryPassing(async () => {
    const admin = kafka.admin();
    try {
      await admin.connect();
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  });
}
