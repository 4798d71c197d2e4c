import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TcpProxy, tcpProxy } from '@app/event-store/testing';
import { openPool } from './pool.js';
import { Session } from './session.js';
import { type TestDatabase, testDatabase } from './testing/test-database.js';

/** A server that does not answer any more, and has not hung up. */
describe('beside a server that fell silent', () => {
  let database: TestDatabase;
  let proxy: TcpProxy;
  let pool: Awaited<ReturnType<typeof openPool>>;

  beforeEach(async () => {
    database = await testDatabase();
    const url = new URL(database.url);
    proxy = await tcpProxy(Number(url.port));
    url.port = String(proxy.port);
    pool = await openPool(url.href, () => {}, { statementTimeoutMs: 100 });
  });
  afterEach(async () => {
    await proxy.close();
    await database.drop();
  });

  const ended = (session: Session): Promise<void> =>
    new Promise((resolve) => session.lost.addEventListener('abort', () => resolve()));

  it('a query ends, and the next one finds another connection', async () => {
    proxy.muteServer();
    await expect(pool.pool.query('select 1')).rejects.toThrow('Query read timeout');
    proxy.unmute();
    expect((await pool.pool.query('select 1')).rowCount).toBe(1);
    await pool.close();
  });

  it('a session with nothing to do notices, and is lost', async () => {
    const session = await Session.open(pool.pool, { pingMs: 100 });
    const lost = ended(session);
    proxy.muteServer();
    await lost;
    await expect(session.query('select 1')).rejects.toThrow();
    await session.close();
    await pool.close();
  });

  it('sessions and pools are closed without its goodbye', async () => {
    const session = await Session.open(pool.pool);
    const borrowed = await pool.pool.connect();
    proxy.muteServer();
    await session.close();
    expect(session.lost.aborted).toBe(true);
    await pool.close();
    expect(borrowed).toBeDefined();
    expect(pool.pool.ending).toBe(true);
  });
});

it('a session that is asked for a sign of life goes on', async () => {
  const database = await testDatabase();
  const session = await Session.open(database.pool, { pingMs: 10 });
  const lost = session.lost;
  await session.query('begin');
  await expect(session.query('select nothing')).rejects.toThrow();
  await session.query('select pg_sleep(0.1)').catch(() => {});
  await session.query('rollback');
  expect((await session.query('select pg_sleep(0.1)')).rowCount).toBe(1);
  expect(lost.aborted).toBe(false);
  await session.close();
  await database.drop();
});
