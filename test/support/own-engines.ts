import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@app/database/testing';

/** What a suite runs on, apart from all others. */
export interface OwnEngines {
  readonly database: TestDatabase;
  /** The settings that name it. */
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * A database of the suite's own, which keeps the log too; or the event log that EVENT_STORE names, where the suite's
 * streams have a prefix of their own, behind EVENT_STORE_PREFIX.
 */
export async function ownEngines(): Promise<OwnEngines> {
  const database = await testDatabase();
  const { EVENT_STORE, EVENT_STORE_PREFIX = 'orders-test-' } = process.env;
  const prefix = `${EVENT_STORE_PREFIX}${randomUUID().slice(0, 8)}-`;
  const log = EVENT_STORE === undefined ? {} : { EVENT_STORE, EVENT_STORE_PREFIX: prefix };
  return { database, environment: { DATABASE_URL: database.url, ...log } };
}
