import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until, untilAnswer } from '@app/workers/testing';
import { type Database } from '../database.js';
import { openDatabase } from '../open-database.js';
import { runningPostmaster } from './postmaster.js';

let home: string;
/** Made once, because that takes the most time; no server runs on it between the tests. */
let made: string;
let dataDir: string;
let opened: Database[];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'embedded "$HOME" '));
  // As root the server runs as another user, who must be able to enter.
  await chmod(home, 0o755);
  made = join(home, 'made');
});
beforeEach(() => {
  dataDir = made;
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((database) => database.close()));
});
afterAll(() => rm(home, { recursive: true }));

async function open(): Promise<Database> {
  const database = await openDatabase({ dataDir });
  opened.push(database);
  return database;
}

async function close(database: Database): Promise<void> {
  opened = opened.filter((one) => one !== database);
  await database.close();
}

const cluster = () => realpath(join(dataDir, 'postgres'));
const postmaster = async () => runningPostmaster(await cluster());
const setting = async ({ pool }: Database, name: string) => (await pool.query(`show ${name}`)).rows[0][name];

describe('the embedded PostgreSQL', () => {
  it('is durable, answers on loopback only, and asks for a password that only its owner can read', async () => {
    const database = await open();
    expect(await setting(database, 'fsync')).toBe('on');
    expect(await setting(database, 'synchronous_commit')).toBe('on');
    expect(await setting(database, 'listen_addresses')).toBe('127.0.0.1');
    expect(await setting(database, 'unix_socket_directories')).toBe('');
    expect((await stat(join(await cluster(), 'password'))).mode & 0o777).toBe(0o600);
    const guess = new URL(database.url);
    guess.password = 'guess';
    await expect(openDatabase({ url: guess.href, dataDir })).rejects.toMatchObject({ code: 'login-refused' });
  });

  it('keeps what was written, and its port, over a restart', async () => {
    const first = await open();
    await first.pool.query(`create table kept as select 'over a restart' as text`);
    await close(first);
    expect(await postmaster()).toBeUndefined();
    const second = await open();
    expect(second.url).toBe(first.url);
    expect((await second.pool.query('select text from kept')).rows).toEqual([{ text: 'over a restart' }]);
  });

  it('is made once when several open a fresh folder, where one was killed before, and stops with the last', async () => {
    dataDir = join(home, 'fresh');
    const dead = spawn(process.execPath, ['--version']);
    await once(dead, 'exit');
    await mkdir(join(dataDir, `postgres.new-${dead.pid}-x`), { recursive: true });
    const [first, second] = await Promise.all([open(), open()]);
    expect(first.url).toBe(second.url);
    expect(await readdir(dataDir)).toEqual(['postgres']);
    await close(first);
    await expect(second.pool.query('select 1')).resolves.toMatchObject({ rowCount: 1 });
    await close(second);
    expect(await postmaster()).toBeUndefined();
  });

  it('starts again for one who opens it while the last one closes', async () => {
    let database = await open();
    for (let i = 0; i < 3; i++) {
      const [next] = await Promise.all([open(), close(database)]);
      await expect(next.pool.query('select 1')).resolves.toMatchObject({ rowCount: 1 });
      database = next;
    }
  });

  it('outlives the process that started it, and stops with the next one', async () => {
    const starter = await startInProcess();
    const { pid } = (await postmaster())!;
    starter.kill('SIGKILL');
    await once(starter, 'exit');
    const database = await open();
    expect((await postmaster())!.pid).toBe(pid);
    await close(database);
    expect(await postmaster()).toBeUndefined();
  });

  it('is started again when it is killed under its users', async () => {
    const database = await open();
    await database.pool.query(`create table saved as select 'from the kill' as text`);
    const { pid } = (await postmaster())!;
    process.kill(pid, 'SIGKILL');
    await until('another one runs', async () => ![undefined, pid].includes((await postmaster())?.pid));
    const saved = await untilAnswer(
      () => database.pool.query('select text from saved').catch(() => undefined),
      (answer) => answer !== undefined,
    );
    expect(saved!.rows).toEqual([{ text: 'from the kill' }]);
  });

  it('starts although a strange process now has the number of its dead server', async () => {
    const first = await open();
    const { port } = (await postmaster())!;
    await close(first);
    const lines = [process.pid, await cluster(), 1, port, '', '127.0.0.1', '', 'ready', ''];
    await writeFile(join(await cluster(), 'postmaster.pid'), lines.join('\n'));
    await expect(open()).resolves.toMatchObject({ url: first.url });
  });

  it('works in a folder that only this user may enter', async () => {
    const closed = join(home, 'closed');
    await mkdir(closed, { mode: 0o700 });
    dataDir = join(closed, 'data');
    const database = await open();
    await expect(database.pool.query('select 1')).resolves.toMatchObject({ rowCount: 1 });
    await close(database);
    // As root it is a link to a folder outside.
    await rm(await cluster(), { recursive: true });
  });

  it('gives the reason from its log when it does not start', async () => {
    await close(await open());
    const settings = join(await cluster(), 'postgresql.auto.conf');
    await writeFile(settings, 'shared_bufers = 1MB');
    await expect(open()).rejects.toMatchObject({
      code: 'start-failed',
      message: expect.stringMatching(/FATAL:.*postgresql\.auto\.conf.*Its log is .*postgres\.log/),
    });
    await writeFile(settings, '');
  });
});

/** A process of its own that opens the database and then only waits. */
async function startInProcess(): Promise<ChildProcess> {
  const script = `
    const { createJiti } = await import('jiti');
    const { openDatabase } = await createJiti(${JSON.stringify(import.meta.url)}).import('../open-database.js');
    await openDatabase({ dataDir: ${JSON.stringify(dataDir)} });
    console.log('open');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}
