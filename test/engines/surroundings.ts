import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@app/database';
import { KAFKA_VERSION } from '../../infra/local/kafka/start-kafka.js';
import { type Surroundings } from '../support/separate-processes.js';
import { EventStoreProcess } from './event-store-process.js';
import { startTestBroker, type TestBroker } from './kafka-broker.js';

/** An engine that a test may kill, and that can be reached at the same address afterwards. */
export interface Killable {
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** A PostgreSQL server of the suite's own, as durable as in production. */
export async function postgresServer() {
  const folder = await mkdtemp(join(tmpdir(), 'orders-engines-'));
  // As root the server runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
  const database = await openDatabase({ dataDir: folder });
  return {
    url: database.url,
    pool: database.pool,
    /** This process's membership starts it again by itself. */
    async kill(): Promise<void> {
      const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    start: () => Promise.resolve(),
    async close(): Promise<void> {
      await database.close();
      await rm(await realpath(join(folder, 'postgres')), { recursive: true });
      await rm(folder, { recursive: true });
    },
  };
}

/** PostgreSQL alone behind all processes. */
export async function postgresAlone() {
  const postgres = await postgresServer();
  return {
    environment: { DATABASE_URL: postgres.url },
    engines: { postgres } satisfies Record<string, Killable>,
    close: () => postgres.close(),
  } satisfies Surroundings & { engines: object };
}

/** Apache Kafka, the event log over EventStoreDB's protocol, and a PostgreSQL for the read models. */
export async function grownUpEngines() {
  const [postgres, eventStore, kafka] = await Promise.all([
    postgresServer(),
    EventStoreProcess.start(),
    startTestBroker(process.env.KAFKA_VERSION ?? KAFKA_VERSION),
  ]);
  return {
    environment: {
      DATABASE_URL: postgres.url,
      EVENT_STORE: eventStore.address,
      KAFKA_BROKERS: kafka.brokers,
    },
    engines: { postgres, kafka, eventStore } satisfies Record<string, Killable | TestBroker>,
    async close(): Promise<void> {
      await Promise.all([eventStore.remove(), kafka.remove(), postgres.close()]);
    },
  } satisfies Surroundings & { engines: object };
}
