import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { DatabaseError } from './database-error.js';
import { openDatabase } from './open-database.js';

/** The running test server's URL, changed. */
function url(change: (url: URL) => void): string {
  const changed = new URL(process.env.TEST_DATABASE_URL!);
  change(changed);
  return changed.href;
}

async function failureOf(url: string): Promise<DatabaseError> {
  const failure = await openDatabase({ url, dataDir: 'unused' }).catch((error: unknown) => error);
  if (failure instanceof DatabaseError) return failure;
  throw new Error(`No DatabaseError: ${failure}`);
}

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('openDatabase with a URL', () => {
  it('gives a pool on it', async () => {
    const database = await openDatabase({ url: process.env.TEST_DATABASE_URL!, dataDir: 'unused' });
    const { rows } = await database.pool.query('select 1 as one');
    await database.close();
    expect(rows).toEqual([{ one: 1 }]);
  });

  it('says where nothing answers, and keeps the password to itself', async () => {
    const port = await closedPort();
    const failure = await failureOf(`postgres://me:secret@127.0.0.1:${port}/shop`);
    expect(failure.code).toBe('unreachable');
    expect(failure.message).toBe(
      `PostgreSQL at 127.0.0.1:${port}, database "shop" cannot be reached (connect ECONNREFUSED 127.0.0.1:${port}): start it, or correct DATABASE_URL.`,
    );
  });

  it.each([
    ['login-refused', url((changed) => (changed.password = 'secret'))],
    ['no-such-database', url((changed) => (changed.pathname = '/shop'))],
    ['bad-url', 'postgres://me:secret@host:port/shop'],
  ])('tells %s', async (code, url) => {
    const failure = await failureOf(url);
    expect(failure.code).toBe(code);
    expect(failure.message).not.toContain('secret');
  });

  it('lets no statement run for longer than the limit', async () => {
    const database = await openDatabase({
      url: process.env.TEST_DATABASE_URL!,
      dataDir: 'unused',
      limits: { statementTimeoutMs: 50 },
    });
    await expect(database.pool.query('select pg_sleep(20)')).rejects.toMatchObject({ code: '57014' });
    await database.close();
  });

  it('lets callers wait for a connection when all are in use', async () => {
    const database = await openDatabase({
      url: process.env.TEST_DATABASE_URL!,
      dataDir: 'unused',
      limits: { connections: 1 },
    });
    const client = await database.pool.connect();
    const waiting = database.pool.query('select 1 as one');
    expect(database.pool.waitingCount).toBe(1);
    client.release();
    await expect(waiting).resolves.toMatchObject({ rows: [{ one: 1 }] });
    await database.close();
  });

  it('tells its log of a connection that was lost while idle, and goes on', async () => {
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const database = await openDatabase({ url: process.env.TEST_DATABASE_URL!, dataDir: 'unused', log });
    const { rows } = await database.pool.query('select pg_backend_pid() as pid');
    const lost = once(database.pool, 'error');
    const other = await openDatabase({ url: database.url, dataDir: 'unused' });
    await other.pool.query('select pg_terminate_backend($1)', [rows[0].pid]);
    await lost;
    expect(lines).toEqual([
      expect.stringContaining('was lost: terminating connection due to administrator command'),
    ]);
    await expect(database.pool.query('select 1')).resolves.toMatchObject({ rowCount: 1 });
    await Promise.all([database.close(), other.close()]);
  });
});
