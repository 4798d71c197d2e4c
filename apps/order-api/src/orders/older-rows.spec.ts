import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { appendTo, orderTables, project, version } from '@app/read-models/testing';
import { histories } from '@app/status-events/testing';
import { apiUnderTest } from '../testing/api-under-test.js';
import { type Api } from '../testing/orders.js';

/**
 * Rows as a version wrote them, one in a line. `NEW_ROWS=write npm test -- older-rows` writes those of a new version; what
 * is there is never changed.
 */
const fileOf = (of: number) => new URL(`../../../../libs/read-models/rows/${of}.ndjson`, import.meta.url);

const shown = Object.entries(histories);
const versionBefore = Math.max(1, version - 1);

/** What the version before did not know, as paths in an answer: begun anew with each version. */
const gained = [
  / policy (unpaidUnits|daysEndAtMidnight|packageOverdueDays|packageLostDays|takeBackHours|refundAccountDays|voucherValidDays|refundChargesAtFault|decideClaimWorkingDays|appealDays)$/,
  / vouchers\[\] /,
  / claims\[\] dueAt$/,
  / shares\[\]/,
  / (fault|wayBackPaidBy)$/,
  / timeline\[\] facts (amount|currency|code|paidBy|reason|validUntil)$/,
  / changes\[\] (discounts|fees)/,
  / facts (fees|(before|after)\[\] title)/,
];

const keptRows = async (of: number): Promise<string[]> => (await readFile(fileOf(of), 'utf8')).split('\n');
const orderOf = (row: string): unknown => (JSON.parse(row) as { row: { order_id?: string } }).row.order_id;

/** Of a row of `order_details`: its order, and the revision that it shows. */
const revisionOf = (row: string): [order: unknown, revision: unknown] => {
  const { table, row: columns } = JSON.parse(row) as { table: string; row: Record<string, unknown> };
  return table === 'order_details' ? [columns.order_id, columns.revision] : [undefined, undefined];
};

let api: Api;
beforeAll(async () => {
  api = await apiUnderTest({ workersRun: false });
  const { eventStore, database } = api.engines;
  for (const [name, history] of shown) {
    const events = history.map((event) =>
      event.type === 'OrderPlaced' ? { ...event, data: { ...event.data, orderId: name } } : event,
    );
    await appendTo(eventStore, name, events);
  }
  await project(database.pool, eventStore);
});
afterAll(() => api.stop());

async function storedRows(): Promise<string[]> {
  const read = async (table: string): Promise<string[]> => {
    const text = `select jsonb_build_object('table', '${table}', 'row', to_jsonb(t)) as line from ${table} t order by t::text`;
    const { rows } = await api.engines.database.pool.query<{ line: object }>(text);
    return rows.map(({ line }) => JSON.stringify(line));
  };
  return (await Promise.all(orderTables.map(({ name }) => read(name)))).flat();
}

/** Puts the rows of a version in the place of those that are there. */
async function fill(of: number): Promise<void> {
  const { pool } = api.engines.database;
  await pool.query(`truncate ${orderTables.map(({ name }) => name).join(', ')}`);
  for (const line of await keptRows(of)) {
    const { table, row } = JSON.parse(line) as { table: string; row: object };
    await pool.query(`insert into ${table} select * from json_populate_record(null::${table}, $1)`, [row]);
  }
}

/** All that is read of the orders that the version before has, by who reads it and where. */
async function answers(): Promise<Record<string, unknown>> {
  const revisions = new Map((await keptRows(versionBefore)).map(revisionOf));
  // A history that has come or grown since has no rows there that could be shown.
  const orders = shown.flatMap(([name, { length }]) => (revisions.get(name) === length - 1 ? [name] : []));
  const reads = [
    ...orders.flatMap((order) => [
      ['buyer:b-1', `/orders/${order}`],
      ['seller:s-1', `/orders/${order}`],
      ['buyer:b-1', `/orders/${order}/messages`],
    ]),
    ...['orders?limit=100', 'orders/counts', 'spending'].map((list) => ['buyer:b-1', `/buyers/b-1/${list}`]),
    ...['orders?limit=100', 'orders?search=shirt&limit=100', 'orders/counts'].map((list) => [
      'seller:s-1',
      `/sellers/s-1/${list}`,
    ]),
    ...['rating', 'reviews'].map((list) => ['seller:s-1', `/sellers/s-1/${list}`]),
  ] as [string, string][];
  const read = async ([as, url]: [string, string]) => {
    const { status, body } = await api.get(url, { as });
    expect({ as, url, status }).toEqual({ as, url, status: 200 });
    return [`${as} ${url}`, body];
  };
  return Object.fromEntries(await Promise.all(reads.map(read))) as Record<string, unknown>;
}

/** Where in an answer something stands, without the places in lists. */
function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, `${path} ${name}`));
}

it('writes rows as its version always did; others are a new version (libs/read-models/src/versions/version.ts)', async () => {
  const rows = await storedRows();
  if (process.env.NEW_ROWS === 'write') await writeFile(fileOf(version), rows.join('\n'), { flag: 'wx' });
  const kept = await keptRows(version);
  // A history that came since has no rows there.
  const orders = new Set(kept.map(orderOf));
  expect(rows.filter((row) => orders.has(orderOf(row)))).toEqual(kept);
});

it('shows of rows of the version before no less than of its own', async () => {
  const own = await answers();
  await fill(versionBefore);
  const before = await answers();
  const there = new Set(pathsOf(before));
  const missing = pathsOf(own).filter(
    (path) => !there.has(path) && !gained.some((field) => field.test(path)),
  );
  expect(new Set(missing)).toEqual(new Set());
});
