import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from './testing/test-database.js';
import { withTransaction } from './with-transaction.js';

describe('withTransaction', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await database.pool.query('create table notes (text text)');
  });
  beforeEach(() => database.pool.query('truncate notes'));
  afterAll(() => database.drop());

  const notes = async () => (await database.pool.query('select text from notes')).rows;

  it('commits and gives the result', async () => {
    const result = await withTransaction(database.pool, async (client) => {
      await client.query(`insert into notes values ('kept')`);
      return 42;
    });
    expect(result).toBe(42);
    expect(await notes()).toEqual([{ text: 'kept' }]);
  });

  it('rolls back and throws the error of the work', async () => {
    const work = withTransaction(database.pool, async (client) => {
      await client.query(`insert into notes values ('lost')`);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await notes()).toEqual([]);
  });

  it('rolls back when a deferred constraint refuses the commit', async () => {
    await database.pool.query('create table once (id int unique deferrable initially deferred)');
    const work = withTransaction(database.pool, (client) => client.query('insert into once values (1), (1)'));
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect((await database.pool.query('select id from once')).rows).toEqual([]);
  });

  it('gives no broken connection back to the pool', async () => {
    const work = withTransaction(database.pool, async (client) => {
      await client.query('select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(work).rejects.toMatchObject({ code: '57P01' });
    expect(await withTransaction(database.pool, async () => 'well')).toBe('well');
    expect(database.pool.idleCount).toBe(database.pool.totalCount);
  });
});
