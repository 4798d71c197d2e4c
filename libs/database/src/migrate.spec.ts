import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { migrate } from './migrate.js';
import { type TestDatabase, testDatabase } from './testing/test-database.js';

describe('migrate', () => {
  let root: string;
  let database: TestDatabase;
  beforeEach(async () => {
    // Signs that mean something in a glob pattern must not matter.
    root = await mkdtemp(join(tmpdir(), 'migrate [x] (c) '));
    database = await testDatabase();
    await database.pool.query('drop table migrations');
  });
  afterEach(async () => {
    await database.drop();
    await rm(root, { recursive: true });
  });

  async function write(path: string, sql: string): Promise<void> {
    const file = join(root, 'libs', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, sql);
  }
  const applied = async () =>
    (await database.pool.query('select name from migrations order by id')).rows.map(({ name }) => name);

  it('runs the files of all libraries in the order of their names, each once, in the schema of the URL', async () => {
    await database.pool.query('create schema other');
    const url = `${database.url}?options=-c search_path=other`;
    await write('a/migrations/200_second.sql', `insert into log values ('second')`);
    await write(
      'b/migrations/100_first.sql',
      `create table log (line text); insert into log values ('first')`,
    );
    await write('b/migrations/README.md', 'not SQL');
    await write('c/src/000_not.sql', 'not a migration');
    await migrate(url, root);
    await migrate(url, root);
    expect((await database.pool.query('select * from other.log')).rows).toEqual([
      { line: 'first' },
      { line: 'second' },
    ]);
    const { rows } = await database.pool.query('select name from other.migrations order by id');
    expect(rows.map(({ name }) => name)).toEqual(['100_first', '200_second']);
  });

  it('runs a new file whose number is below one that ran before', async () => {
    await write('b/migrations/200_b.sql', 'select 1');
    await migrate(database.url, root);
    await write('a/migrations/100_a.sql', 'select 1');
    await migrate(database.url, root);
    expect(await applied()).toEqual(['200_b', '100_a']);
  });

  it('keeps nothing when a file fails, and says where', async () => {
    await write('a/migrations/100_good.sql', 'create table good ()');
    await write('a/migrations/101_bad.sql', 'create tabel bad ()');
    await expect(migrate(database.url, root)).rejects.toMatchObject({
      code: 'migration-failed',
      message: expect.stringMatching(/101_bad[^]*create tabel bad[^]*syntax error at or near "tabel"/),
    });
    expect((await database.pool.query(`select to_regclass('good') as good`)).rows).toEqual([{ good: null }]);
  });

  it('refuses a schema that newer code has migrated', async () => {
    await write('a/migrations/100_a.sql', 'select 1');
    await write('a/migrations/101_newer.sql', 'select 1');
    await migrate(database.url, root);
    await rm(join(root, 'libs/a/migrations/101_newer.sql'));
    await expect(migrate(database.url, root)).rejects.toMatchObject({
      code: 'newer-schema',
      message: expect.stringContaining('newer version of this program (unknown migrations: 101_newer)'),
    });
  });

  it('lets those wait that start together, and runs each file once', async () => {
    await write('a/migrations/100_slow.sql', `select pg_sleep(0.1); create table once ()`);
    await Promise.all(Array.from({ length: 5 }, () => migrate(database.url, root)));
    expect(await applied()).toEqual(['100_slow']);
  });

  it('brings processes that start together on an empty schema all up to date', async () => {
    await database.pool.query('drop schema public cascade; create schema public');
    await Promise.all(Array.from({ length: 5 }, () => migrate(database.url)));
    const names = await applied();
    expect(names).toContain('101_events');
    expect(new Set(names).size).toBe(names.length);
  });

  it('takes the time that it needs, and waits for others, whatever timeouts are set', async () => {
    await write('a/migrations/100_slow.sql', `select pg_sleep(0.2); create table once ()`);
    const hurried = new URL(database.url);
    const timeouts = ['statement_timeout', 'lock_timeout', 'transaction_timeout'];
    const options = timeouts.map((name) => `-c ${name}=50`).join(' ');
    hurried.searchParams.set('options', options);
    await Promise.all([migrate(hurried.href, root), migrate(hurried.href, root)]);
    expect(await applied()).toEqual(['100_slow']);
  });

  it('waits for newer code that is migrating, and then refuses its schema', async () => {
    const newer = await mkdtemp(join(tmpdir(), 'newer-'));
    await mkdir(join(newer, 'libs/a/migrations'), { recursive: true });
    await writeFile(join(newer, 'libs/a/migrations/101_newer.sql'), 'lock table held');
    await write('a/migrations/100_a.sql', 'select 1');
    await database.pool.query('create table held ()');
    const holder = await database.pool.connect();
    await holder.query('begin; lock table held');

    const named = `${database.url}?application_name=${database.name}`;
    const migrations = Promise.allSettled([migrate(named, newer)]);
    await lockWaits(1);
    const refused = expect(migrate(named, root)).rejects.toMatchObject({ code: 'newer-schema' });
    await lockWaits(2);
    await holder.query('commit');
    holder.release();
    await refused;
    expect((await migrations)[0].status).toBe('fulfilled');
    expect(await applied()).toEqual(['101_newer']);
    await rm(newer, { recursive: true });
  });

  /** Waits until so many connections that bear the database's name wait for a lock. */
  async function lockWaits(wanted: number): Promise<void> {
    const waiting = `select from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock'`;
    while ((await database.pool.query(waiting, [database.name])).rowCount !== wanted);
  }
});
