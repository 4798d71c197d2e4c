import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { until } from '@app/workers/testing';
import { type ConsumedRecord, StatusLogUnavailable, type StatusRecord } from '../status-log.port.js';
import { somebodyWaits } from '../testing/somebody-waits.js';
import { describeStatusLog } from '../testing/status-log.contract.js';
import { PostgresStatusLog } from './postgres-status-log.js';

describeStatusLog('PostgreSQL', async () => {
  const database = await testDatabase();
  return {
    open: async () => new PostgresStatusLog(database.pool),
    close: () => database.drop(),
  };
});

const records = (count: number, keys = 40): StatusRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `key-${index % keys}`,
    headers: { ce_logposition: String(index + 1) },
    value: '{}',
  }));

/** Handles records only when it is told to go on. */
function pausingHandler() {
  const got: ConsumedRecord[] = [];
  let goOn = (): void => {};
  const paused = new Promise<void>((resolve) => (goOn = resolve));
  const handle = async (batch: readonly ConsumedRecord[]): Promise<void> => {
    got.push(...batch);
    await paused;
  };
  return { got, handle, goOn: () => goOn() };
}

describe('the tables of the status log', () => {
  let database: TestDatabase;
  let log: PostgresStatusLog;
  const end = new AbortController();

  beforeEach(async () => {
    database = await testDatabase();
    log = new PostgresStatusLog(database.pool);
  });
  afterEach(async () => {
    await log.close();
    await database.drop();
  });

  const consume = (
    group: string,
    handle: (batch: readonly ConsumedRecord[]) => Promise<void>,
  ): Promise<void> => log.consume({ group, signal: end.signal, handle });

  it('hold every record once, at offsets without gaps, when two publishers write the same', async () => {
    const all = records(300);
    await log.publish(all.slice(0, 100));
    const other = await database.pool.connect();
    await other.query('begin');
    await other.query('select publish_status($1, $2::jsonb[], $3, $4)', [
      all.map(({ key }) => key),
      all.map(({ headers }) => JSON.stringify(headers)),
      all.map(({ value }) => value),
      all.map(({ headers }) => headers.ce_logposition),
    ]);
    const publication = log.publish(all.slice(50));
    await until('the second publisher waits for the first', () => somebodyWaits(database.pool));
    await other.query('commit');
    other.release();
    await publication;

    const { rows } = await database.pool.query<{ offsets: number[]; positions: number[] }>(
      `select array_agg(record_offset::integer order by record_offset) as offsets,
         array_agg((headers ->> 'ce_logposition')::integer order by record_offset) as positions
       from status_records group by partition_nr`,
    );
    expect(rows.length).toBeGreaterThan(4);
    const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
    expect(ascending(rows.flatMap((row) => row.positions))).toEqual(all.map((_, index) => index + 1));
    for (const { offsets, positions } of rows) {
      expect(offsets).toEqual(offsets.map((_, index) => index));
      expect(positions).toEqual(ascending(positions));
    }
  });

  it('are handed out in batches of 500 at most', async () => {
    await log.publish(records(1200, 1));
    const sizes: number[] = [];
    void consume('g', async (batch) => void sizes.push(batch.length));
    await until('all came', () => sizes.reduce((a, b) => a + b, 0) === 1200);
    expect(sizes).toEqual([500, 500, 200]);
  });

  it('wake a waiting consumer at once', async () => {
    const got: ConsumedRecord[] = [];
    void consume('g', async (batch) => void got.push(...batch));
    const start = performance.now();
    for (const [index, record] of records(20).entries()) {
      await log.publish([record]);
      await until('the record came', () => got.length > index);
    }
    // By the poll alone it would take a second for each.
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('take no commit from a member that has lost its connection while another has taken over', async () => {
    await log.publish(records(20, 1));
    const first = pausingHandler();
    const lost = consume('g', first.handle);
    await until('the first member has the records', () => first.got.length === 20);
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_locks
       where database = (select oid from pg_database where datname = current_database())
         and locktype = 'advisory' and classid::bigint << 32 | objid::bigint = status_lock('member of g')`,
    );
    const second = pausingHandler();
    void consume('g', second.handle);
    await until('the second member has the records', () => second.got.length === 20);

    first.goOn();
    await expect(lost).rejects.toThrow(StatusLogUnavailable);
    await expect(log.lag('g')).resolves.toMatchObject({ records: 20 });
    second.goOn();
    await until('the second member has committed', async () => (await log.lag('g')).records === 0);
  });

  it('end their consumers when the log is closed', async () => {
    const consumption = consume('g', () => Promise.resolve());
    await log.close();
    await expect(consumption).resolves.toBeUndefined();
  });
});

describe('a status log whose PostgreSQL is away', () => {
  const pool = new Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' });
  const log = new PostgresStatusLog(pool);
  afterAll(() => pool.end());

  it.each([
    ['publish', () => log.publish(records(1))],
    ['publishedUpTo', () => log.publishedUpTo()],
    ['lag', () => log.lag('g')],
    [
      'consume',
      () =>
        log.consume({ group: 'g', signal: new AbortController().signal, handle: () => Promise.resolve() }),
    ],
  ])('says so from %s', async (_, ask) => {
    await expect(ask()).rejects.toThrow(StatusLogUnavailable);
  });
});
