import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { type ClientBase } from 'pg';
import { DatabaseError } from './database-error.js';
import { openPool } from './pool.js';

const TABLE = 'migrations';

/** A migration may rewrite large tables, and others wait for it; what has not ended after this time never will. */
const LONGEST_MS = 24 * 3_600_000;

/** Those that this version of PostgreSQL knows. */
const WITHOUT_TIMEOUTS = `
  select set_config(name, '0', false) from pg_settings
  where name in ('statement_timeout', 'lock_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout')`;

/**
 * Brings the schema that `url` points to (its search_path) up to this code: runs each new `libs/<lib>/migrations/*.sql`
 * by order of file name, all in one transaction. Of several processes that start together one migrates and the others
 * wait, as long as it takes: timeouts that the URL, the role or the database set do not count here.
 * Throws a DatabaseError when newer code has migrated the schema, or when a migration fails; nothing is changed then.
 */
export async function migrate(url: string, root: string = packageRoot()): Promise<void> {
  const files = await migrationFiles(root);
  const { pool, close } = await openPool(url, () => {}, { statementTimeoutMs: LONGEST_MS });
  const client = await pool.connect();
  try {
    await client.query(WITHOUT_TIMEOUTS);
    const schema = await currentSchema(client);
    await lock(client, schema);
    await refuseNewerSchema(client, files);
    const report: string[] = [];
    const { runner } = await import('node-pg-migrate');
    await runner({
      dbClient: client,
      schema,
      dir: files.map(escapeGlob),
      useGlob: true,
      // Numbers are grouped by library, so a new file may well come before one that ran long ago.
      checkOrder: false,
      singleTransaction: true,
      direction: 'up',
      migrationsTable: TABLE,
      noLock: true,
      log: (line) => report.push(line),
    }).catch((error: unknown) => {
      throw new DatabaseError(
        'migration-failed',
        ['A migration failed, and none was kept:', ...report].join('\n'),
        { cause: error },
      );
    });
  } finally {
    client.release();
    await close();
  }
}

async function currentSchema(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ schema: string | null }>('select current_schema() as schema');
  const schema = rows[0]?.schema;
  if (schema) return schema;
  throw new DatabaseError(
    'migration-failed',
    'The search_path names no schema that exists: create it first.',
  );
}

/** Held until the connection ends: also the look at what ran before must wait for those who are migrating. */
async function lock(client: ClientBase, schema: string): Promise<void> {
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`migrations of ${schema}`]);
}

async function refuseNewerSchema(client: ClientBase, files: readonly string[]): Promise<void> {
  const { rows: tables } = await client.query('select to_regclass($1) as oid', [TABLE]);
  if (tables[0].oid === null) return;
  const known = files.map((file) => basename(file, '.sql'));
  const { rows } = await client.query<{ name: string }>(
    `select name from ${TABLE} where name <> all($1) order by name`,
    [known],
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(', ');
  throw new DatabaseError(
    'newer-schema',
    `The database holds data of a newer version of this program (unknown migrations: ${names}): run that version, or restore a backup of before.`,
  );
}

async function migrationFiles(root: string): Promise<string[]> {
  const libs = join(root, 'libs');
  const folders = (await readdir(libs))
    .map((lib) => join(libs, lib, 'migrations'))
    .filter((folder) => existsSync(folder));
  const files = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
  );
  return files.flat().filter((file) => file.endsWith('.sql'));
}

/** The same folder from the sources and from the build, which does not copy the SQL files. */
function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** node-pg-migrate takes files of several folders only as glob patterns, whose separator is the slash everywhere. */
function escapeGlob(path: string): string {
  return path.replaceAll(sep, '/').replace(/[^\w/.-]/g, '\\$&');
}
