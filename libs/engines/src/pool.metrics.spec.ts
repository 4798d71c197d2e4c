import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { Metrics } from '@app/platform';
import { measurePool } from './pool.metrics.js';

describe("the pool's metrics", () => {
  let database: TestDatabase;
  let pool: Pool;
  let metrics: Metrics;

  beforeEach(async () => {
    database = await testDatabase();
    pool = new Pool({ connectionString: database.url, max: 2 });
    metrics = new Metrics();
  });
  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  const samples = async () =>
    (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith('database_pool_'));

  it('show who works, and who waits because all connections are busy', async () => {
    measurePool(pool, metrics);
    const [first, second] = await Promise.all([pool.connect(), pool.connect()]);
    second.release();
    const limit = 'database_pool_limit 2';
    const [busy, idle] = ['busy', 'idle'].map((state) => `database_pool_connections{state="${state}"}`);
    expect(await samples()).toEqual([`${busy} 1`, `${idle} 1`, limit, 'database_pool_waiting 0']);

    const again = await pool.connect();
    const waiting = pool.connect();
    expect(await samples()).toEqual([`${busy} 2`, `${idle} 0`, limit, 'database_pool_waiting 1']);
    first.release();
    (await waiting).release();
    again.release();
  });

  it('do not show what the scrape itself asks', async () => {
    await pool.query('select 1');
    metrics.readAtScrape({ answer: 'Something in the database.' }, async () => {
      await pool.query('select 1');
      return { answer: 1 };
    });
    measurePool(pool, metrics);
    expect(await samples()).toContain('database_pool_waiting 0');
  });
});
