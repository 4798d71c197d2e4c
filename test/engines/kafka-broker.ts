import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KAFKA_VERSION, startKafka } from '../../infra/local/kafka/start-kafka.js';

/** `KAFKA_VERSION`, for runs on another version. */
export const kafkaVersion = process.env.KAFKA_VERSION ?? KAFKA_VERSION;

/** A broker of the suite's own, which it may kill and start again. */
export interface TestBroker {
  readonly brokers: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Ends it and forgets its topics. */
  remove(): Promise<void>;
}

export async function startTestBroker(): Promise<TestBroker> {
  const dataDir = await mkdtemp(join(tmpdir(), 'orders-kafka-'));
  let kafka = await startKafka({ version: kafkaVersion, dataDir });
  return {
    brokers: kafka.brokers,
    async start() {
      kafka = await startKafka({ version: kafkaVersion, dataDir });
    },
    kill: () => kafka.kill(),
    async remove() {
      await kafka.kill();
      await rm(dataDir, { recursive: true });
    },
  };
}
