import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPool } from '../pool.js';
import { type TestDatabase, testDatabase } from './test-database.js';

describe('testDatabase', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('is a database of its own, for every connection with its URL', async () => {
    const { pool: other } = await openPool(database.url, () => {});
    const { rows } = await other.query('select current_database() as name');
    await other.end();
    expect(rows).toEqual([{ name: database.name }]);
  });

  it('has the migrations of all libraries, each with a number of its own', async () => {
    const { rows } = await database.pool.query<{ name: string }>('select name from migrations');
    const names = rows.map(({ name }) => name);
    expect(names.filter((name) => !/^\d{3}_[a-z_]+$/.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.slice(0, 3))).size).toBe(names.length);
  });

  it('leaves nothing when it is dropped', async () => {
    const dropped = await testDatabase();
    await dropped.drop();
    const { rows } = await database.pool.query('select from pg_database where datname = $1', [dropped.name]);
    expect(rows).toEqual([]);
  });
});
