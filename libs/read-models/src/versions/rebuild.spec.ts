import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PostgresEventStore } from '@app/event-store';
import { type OrderEvent } from '@app/ordering';
import { testDatabase, type TestDatabase } from '../../../database/src/testing/test-database.js';
import { histories } from '../../../status-events/src/testing/histories.js';
import { append } from '../testing/entries.js';
import { differences, project } from '../testing/projected.js';
import { rebuild, type RebuildOptions } from './rebuild.js';

let database: TestDatabase;
let eventStore: PostgresEventStore;
beforeEach(async () => {
  database = await testDatabase();
  eventStore = new PostgresEventStore(database.pool);
});
afterEach(async () => {
  await eventStore.close();
  await database.drop();
});

const rebuilt = (options: Partial<RebuildOptions> = {}) =>
  rebuild({ pool: database.pool, eventStore, signal: new AbortController().signal, ...options });

async function place(events: readonly OrderEvent[]): Promise<string> {
  const orderId = randomUUID();
  await append(
    eventStore,
    orderId,
    events.map((event) =>
      event.type === 'OrderPlaced' ? { ...event, data: { ...event.data, orderId } } : event,
    ),
  );
  return orderId;
}

const schemas = async () =>
  (await database.pool.query(`select nspname from pg_namespace where nspname = 'next_' || current_schema()`))
    .rows;

describe('rebuild', () => {
  it('puts right what was wrong, in tables that are defined as before', async () => {
    const { pool } = database;
    for (const history of Object.values(histories)) await place(history);
    await project(pool, eventStore);
    const definitions = async () =>
      (
        await pool.query(
          `select indexdef from pg_indexes where schemaname = current_schema()
           union all
           select concat_ws(' ', c.relname, c.reloptions, attname, atttypid::regtype, attnotnull, attstorage, attcollation)
           from pg_attribute join pg_class c on c.oid = attrelid
           where relnamespace = current_schema()::regnamespace and relkind = 'r' and attnum > 0
           order by 1`,
        )
      ).rows;
    const before = await definitions();
    await pool.query(`update order_details set view = '{}'; delete from buyer_orders; truncate deadlines`);
    expect(await rebuilt()).toEqual({ kind: 'replaced', orders: Object.keys(histories).length });
    expect(await differences(pool, eventStore)).toEqual([]);
    expect(await definitions()).toEqual(before);
    expect(await schemas()).toEqual([]);
  });
});
