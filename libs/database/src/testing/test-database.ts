import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { migrate } from '../migrate.js';
import { openPool } from '../pool.js';

/** For suites that fill a million rows, and for slow machines. */
const statementTimeoutMs = 600_000;

export interface TestDatabase {
  /** Connections made with it see the test's schema alone. */
  readonly url: string;
  readonly schema: string;
  readonly pool: Pool;
  /** Closes the pool and removes the schema: close whatever else uses it first. */
  drop(): Promise<void>;
}

/** A fresh, migrated schema in the database of this test run. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (server === undefined) throw new Error('TEST_DATABASE_URL is not set: run the tests with `npm test`.');
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `create schema ${schema}`);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  await migrate(url.href);
  const { pool, close } = await openPool(url.href, () => {}, { statementTimeoutMs });
  return {
    url: url.href,
    schema,
    pool,
    async drop() {
      await close();
      await execute(server, `drop schema ${schema} cascade`);
    },
  };
}

async function execute(url: string, sql: string): Promise<void> {
  const { pool, close } = await openPool(url, () => {});
  await pool.query(sql);
  await close();
}
