import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { migrate } from '../migrate.js';
import { openPool } from '../pool.js';

/** For suites that fill a million rows, and for slow machines. */
const statementTimeoutMs = 600_000;

export interface TestDatabase {
  readonly url: string;
  /** No other database of the server has it. */
  readonly name: string;
  readonly pool: Pool;
  /** Closes the pool and removes the database: close whatever else uses it first. */
  drop(): Promise<void>;
}

/** A migrated database of the suite's own, on the server of this test run. */
export async function testDatabase(): Promise<TestDatabase> {
  const { TEST_DATABASE_URL: server, TEST_DATABASE_TEMPLATE: template } = process.env;
  if (server === undefined || template === undefined)
    throw new Error('There is no database to test on: run the tests with `npm test`.');
  const { name, url, drop } = await createDatabase(server, `template ${template}`);
  const { pool, close } = await openPool(url, () => {}, { statementTimeoutMs });
  // A copy has the id of its template, by which a log would take them for one database.
  await pool.query('update event_log set database_id = default');
  return { name, url, pool, drop: () => close().then(drop) };
}

/** A migrated database, of which `testDatabase()` makes copies: that is cheaper than to migrate each. */
export async function testTemplate(server: string): Promise<Omit<TestDatabase, 'pool'>> {
  const template = await createDatabase(server);
  await migrate(template.url);
  return template;
}

async function createDatabase(server: string, like = ''): Promise<Omit<TestDatabase, 'pool'>> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(server);
  url.pathname = name;
  await execute(server, `create database ${name} ${like}`);
  return { name, url: url.href, drop: () => execute(server, `drop database ${name} with (force)`) };
}

async function execute(server: string, sql: string): Promise<void> {
  const { pool, close } = await openPool(server, () => {});
  await pool.query(sql);
  await close();
}
