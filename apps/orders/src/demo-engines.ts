import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@app/database';
import { loadSettings, type Settings, withoutPassword } from '@app/platform';

/** What the demo runs on: all of it its own, also on engines that others use. */
export interface DemoEngines {
  readonly settings: Settings;
  /** What that is and what stays of it, in lines for a person. */
  readonly description: readonly string[];
  /** Removes what can be removed, once nobody uses it any more. */
  remove(): Promise<void>;
}

/**
 * A place of the demo's own on each engine that the environment names; what it does not name is in a temporary folder.
 * Throws errors with a sentence for the operator where the settings or the database cannot be used.
 */
export async function demoEngines(env: NodeJS.ProcessEnv): Promise<DemoEngines> {
  const { DATABASE_URL, EVENT_STORE, EVENT_STORE_PREFIX = '', KAFKA_BROKERS } = loadSettings(env);
  const id = randomUUID().slice(0, 8);
  const schema = `demo_${id}`;
  if (DATABASE_URL !== undefined) await execute(DATABASE_URL, `create schema ${schema}`);
  const folder = await mkdtemp(join(tmpdir(), 'orders-demo-'));
  // Started by root, the database runs as a user of its own, who has to enter the folder.
  await chmod(folder, 0o755);
  const prefix = `${EVENT_STORE_PREFIX}demo.${id}.`;
  const settings = loadSettings({
    DATABASE_URL: DATABASE_URL && within(schema, DATABASE_URL),
    DATA_DIR: join(folder, 'data'),
    EVENT_STORE,
    EVENT_STORE_PREFIX: prefix,
    PORT: '0',
    LOG_LEVEL: 'warn',
  });
  return {
    settings,
    description: [
      DATABASE_URL === undefined
        ? 'PostgreSQL: an embedded one in a temporary folder, which is removed at the end'
        : `PostgreSQL: ${withoutPassword(DATABASE_URL)}, in the schema ${schema}, which is dropped at the end`,
      EVENT_STORE === 'postgres'
        ? 'event log: there too'
        : `event log: ${withoutPassword(EVENT_STORE)}, in streams that begin with ${prefix} and stay there`,
      KAFKA_BROKERS === undefined
        ? 'status events: there too'
        : 'status events: in PostgreSQL, and not on KAFKA_BROKERS, where others would read them',
    ],
    async remove() {
      if (DATABASE_URL !== undefined) await execute(DATABASE_URL, `drop schema ${schema} cascade`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The address with which connections see this schema alone. */
function within(schema: string, address: string): string {
  const url = new URL(address);
  const options = [url.searchParams.get('options'), `-c search_path=${schema}`];
  url.searchParams.set('options', options.filter((option) => option !== null).join(' '));
  return url.href;
}

async function execute(url: string, sql: string): Promise<void> {
  const database = await openDatabase({ url, dataDir: '' });
  try {
    await database.pool.query(sql);
  } finally {
    await database.close();
  }
}
