import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SecureListener } from '../../infra/local/kafka/kafka-settings.js';
import { KAFKA_VERSION, startKafka } from '../../infra/local/kafka/start-kafka.js';

/** The version that the suites of Kafka run on; `KAFKA_VERSION` names another one. */
export const testedKafka = process.env.KAFKA_VERSION ?? '4.2.0';

/** Those that the contract and the fence between publishers are tested on: there versions have differed. */
export const kafkaVersions = process.env.KAFKA_VERSION ? [testedKafka] : [KAFKA_VERSION, testedKafka];

/** A broker of the suite's own, which it may kill and start again. */
export interface TestBroker {
  readonly brokers: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Ends it and forgets its topics. */
  remove(): Promise<void>;
}

export async function startTestBroker(version: string, secure?: SecureListener): Promise<TestBroker> {
  const dataDir = await mkdtemp(join(tmpdir(), 'orders-kafka-'));
  let kafka = await startKafka({ version, dataDir, secure });
  return {
    brokers: kafka.brokers,
    async start() {
      kafka = await startKafka({ version, dataDir, secure });
    },
    kill: () => kafka.kill(),
    async remove() {
      await kafka.kill();
      await rm(dataDir, { recursive: true });
    },
  };
}
