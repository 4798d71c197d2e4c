import { tmpdir } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { runCaptured } from '../testing/run-captured.js';

describe('orders mails', () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await testDatabase()));
  afterAll(() => database.drop());
  beforeEach(() => database.pool.query('truncate mails restart identity'));

  const orders = (...args: string[]) =>
    runCaptured({ DATABASE_URL: database.url, DATA_DIR: tmpdir(), LOG_LEVEL: 'silent' }, 'mails', ...args);
  const written = () =>
    database.pool.query(
      `insert into mails
         (recipient_role, recipient_id, order_id, sequence, kind, language, title, body, link, state, attempts, error)
       values ('buyer', 'ayu', 'o-1', 1, 'shipped', 'en', 't', 'b', '/', 'given-up', 12, 'no such host'),
              ('buyer', 'ayu', 'o-1', 2, 'delivered', 'en', 't', 'b', '/', 'sent', 1, null),
              ('seller', 'toko', 'o-1', 2, 'delivered', 'en', 't', 'b', '/', 'waiting', 0, null)`,
    );

  it('lists nothing where all were sent', async () => {
    expect((await orders('list')).out).toBe('No mail waits or was given up.\n');
  });

  it('lists what was not sent, and why', async () => {
    await written();
    const { exitCode, out } = await orders('list');
    expect(exitCode).toBe(0);
    const [first, second, ...rest] = out.trimEnd().split('\n');
    expect(first).toMatch(
      /^1 {2}given-up {2}buyer ayu {2}shipped {2}o-1 {2}since \d{4}.*Z {2}tried 12 times: no such host$/,
    );
    expect(second).toMatch(
      /^3 {2}waiting {2}seller toko {2}delivered {2}o-1 {2}since \d{4}.*Z {2}not tried yet$/,
    );
    expect(rest).toEqual([]);
    const json = (await orders('list', '--json')).out.trimEnd().split('\n');
    expect(json.map((line) => JSON.parse(line))).toMatchObject([
      { id: '1', recipient: { role: 'buyer', id: 'ayu' }, state: 'given-up', attempts: 12 },
      { id: '3', state: 'waiting' },
    ]);
  });

  it('lets what was given up be tried again, one or all', async () => {
    await written();
    expect((await orders('retry', '1')).out).toBe('1 mail will be tried again.\n');
    const { rows } = await database.pool.query('select state, attempts from mails order by id');
    expect(rows[0]).toEqual({ state: 'waiting', attempts: 0 });
    expect((await orders('retry')).out).toBe('0 mails will be tried again.\n');
    expect(await orders('retry', '2')).toMatchObject({
      exitCode: 1,
      err: 'Mail 2 was not given up; "mails list" names those that were.\n',
    });
    expect((await orders('retry', 'all')).exitCode).toBe(2);
  });
});
