import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { create, given } from '@app/ordering/testing';
import { appendTo, differences, project } from '@app/read-models/testing';
import { runCaptured } from './testing/run-captured.js';

describe('orders rebuild', () => {
  let database: TestDatabase;
  let eventStore: PostgresEventStore;
  const rebuild = (...args: string[]) => runCaptured({ DATABASE_URL: database.url }, 'rebuild', ...args);
  const unlike = () => differences(database.pool, eventStore);

  beforeAll(async () => {
    database = await testDatabase();
    eventStore = new PostgresEventStore(database.pool);
    for (const orderId of ['o-1', 'o-2'])
      await appendTo(eventStore, orderId, given(create({ orderId })).events);
    await project(database.pool, eventStore);
    await database.pool.query(`update buyer_orders set marketplace_name = 'wrong'`);
  });
  afterAll(async () => {
    await eventStore.close();
    await database.drop();
  });

  it('says whether it would do, and changes nothing', async () => {
    expect(await rebuild('--dry-run')).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^Built 2 orders in \d+ seconds?, as the log says, and dropped it/),
    });
    expect(await unlike()).toHaveLength(2);
  });

  it('puts right what was wrong', async () => {
    expect(await rebuild()).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(
        /^Rebuilt 2 orders in \d+ seconds?: the read models are what the log says\.\n$/,
      ),
    });
    expect(await unlike()).toEqual([]);
  });

  it('leaves it to the one who does it already', async () => {
    const client = await database.pool.connect();
    const lock = `select pg_advisory_lock(hashtextextended('read models beside ' || current_schema(), 0))`;
    await client.query(lock);
    expect(await rebuild()).toMatchObject({ exitCode: 1, err: expect.stringContaining('Somebody else') });
    client.release(true);
  });

  it('names what is not as the log says, and leaves the live ones', async () => {
    await database.pool.query(`alter table order_timeline add check (order_id <> 'o-2') not valid`);
    expect(await rebuild()).toMatchObject({
      exitCode: 1,
      out: expect.stringMatching(/^\{"table":"parked_streams","key":\{"order_id":"o-2"\}.*\n$/),
      err: expect.stringContaining('differs from the log in 1 place,'),
    });
    expect(await unlike()).toEqual([]);
  });
});
