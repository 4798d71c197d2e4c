import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type ExplainingPool,
  explainingPool,
  readOf,
  type TestDatabase,
  testDatabase,
  wasteOf,
} from '@app/database/testing';
import {
  fillMarketplace,
  listQueries,
  type Marketplace,
  marketplaceOf,
  type QueryCase,
} from '@app/read-models/testing';
import { PostgresStatusLog } from '@app/status-events';
import { untilAnswer } from '@app/workers/testing';
import { type Latency, latencyOf, latencyTable } from './latency-table.js';
import { orderLogQueries } from './order-log-queries.js';
import { fillOrderLogs } from './order-log-tables.js';

/** One size of the marketplace, with a schema of its own. */
interface Size {
  readonly marketplace: Marketplace;
  readonly database: TestDatabase;
  readonly explaining: ExplainingPool;
}

const queries: readonly QueryCase[] = [...listQueries, ...orderLogQueries];
/** Calls of each query whose plans are looked at: behind the fifth, the server may keep a plan for all values. */
const explained = 7;
/** Calls of each query that are timed. */
const timed = 200;

/** The figures in docs/performance.md are of 1,000,000. */
const many = Number(process.env.QUERY_PLAN_ORDERS ?? 200_000);

let small: Size;
let large: Size;
beforeAll(async () => {
  small = await filled(10_000);
  large = await filled(many);
  await large.database.pool.query('checkpoint');
}, 600_000);
afterAll(async () => {
  for (const { explaining, database } of [small, large]) {
    await explaining.end();
    await database.drop();
  }
});

async function filled(orders: number): Promise<Size> {
  const database = await testDatabase();
  await Promise.all([fillMarketplace(database.pool, orders), fillOrderLogs(database.pool, orders)]);
  return { marketplace: marketplaceOf(orders), database, explaining: explainingPool(database.url) };
}

/** Orders from all of the marketplace's time. */
const spread = ({ orders }: Marketplace, count: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(((index + 0.5) / count) * orders));

/** Asks several times; answers with the most pages of 8 kB that one call looked at. */
async function buffersOf({ ask, index }: QueryCase, { marketplace, explaining }: Size): Promise<number> {
  const buffers: number[] = [];
  for (const n of spread(marketplace, explained)) {
    const plans = await explaining.plansOf((pool) => ask(pool, marketplace, n));
    expect(wasteOf(plans)).toEqual([]);
    expect(readOf(plans)).toContainEqual(expect.stringMatching(`^${index}`));
    buffers.push(plans.reduce((sum, plan) => sum + plan.buffers, 0));
  }
  return Math.max(...buffers);
}

const buffers = new Map<string, { small: number; large: number }>();

it.each(queries)(`$name: looks at no more among ${many} orders than among 10,000`, async (query) => {
  const touched = { small: await buffersOf(query, small), large: await buffersOf(query, large) };
  buffers.set(query.name, touched);
  expect(touched.large).toBeLessThan(query.pagesOfWeek ?? 2 * touched.small + 50);
});

it('reads of the status log what it hands out', async () => {
  const { pool } = large.database;
  const log = new PostgresStatusLog(pool);
  const { rows } = await pool.query(
    `insert into status_offsets select 'latecomer', partition_nr, next_offset - 1000 from status_partitions returning 1`,
  );
  const before = await scansOfStatusRecords(large);
  const stop = new AbortController();
  let handled = 0;
  await log.consume({
    group: 'latecomer',
    signal: stop.signal,
    async handle(records) {
      handled += records.length;
      if (handled === rows.length * 1000) stop.abort();
    },
  });
  // The server counts a session's reads when it has ended.
  const after = await untilAnswer(
    () => scansOfStatusRecords(large),
    ({ index }) => index > before.index,
  );
  expect(after.sequential).toBe(before.sequential);
  expect(after.rows - before.rows).toBeLessThan(2 * handled);
});

async function scansOfStatusRecords({ database }: Size) {
  const { rows } = await database.pool.query(
    `select seq_scan::integer as sequential, idx_scan::integer as index, idx_tup_fetch::integer as rows
     from pg_stat_user_tables where relid = 'status_records'::regclass`,
  );
  return rows[0] as { sequential: number; index: number; rows: number };
}

it('takes about the same time', async () => {
  const latencies: Latency[] = [];
  for (const query of queries) {
    const took = { small: [] as number[], large: [] as number[] };
    for (let call = 0; call < timed; call += 1) {
      took.small.push(await timeOf(query, small, call));
      took.large.push(await timeOf(query, large, call));
    }
    latencies.push({ name: query.name, buffers: buffers.get(query.name), ...latencyOf(took) });
  }
  process.stdout.write(latencyTable(latencies));
  // On a loaded machine times say little; a plan that grows with the table would still be far above this.
  expect(latencies.filter(({ large: [median] }) => median > 100)).toEqual([]);
});

async function timeOf({ ask }: QueryCase, { marketplace, database }: Size, call: number): Promise<number> {
  const n = spread(marketplace, timed)[call]!;
  const start = performance.now();
  await ask(database.pool, marketplace, n);
  return performance.now() - start;
}
