import { type Pool, type PoolClient } from 'pg';
import { withTransaction } from '../with-transaction.js';

/**
 * Fills tables with many rows in a fraction of the usual time: without a log, and with their indexes built at the
 * end. What is defined stays as the migrations define it.
 */
export async function bulkLoad(
  pool: Pool,
  tables: readonly string[],
  load: (client: PoolClient) => Promise<void>,
): Promise<void> {
  await withTransaction(pool, async (client) => {
    await client.query(`set local maintenance_work_mem = '1GB'; set local synchronous_commit = off`);
    for (const table of tables) await client.query(`alter table ${table} set unlogged`);
    const indexes = await removeIndexes(client, tables);
    await load(client);
    for (const definition of indexes) await client.query(definition);
  });
  await pool.query(`vacuum (analyze) ${tables.join(', ')}`);
}

/** Answers the statements that build them again. */
async function removeIndexes(client: PoolClient, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ remove: string; build: string }>(
    `select
       case when c.oid is null then format('drop index %s', indexrelid::regclass)
         else format('alter table %s drop constraint %I', indrelid::regclass, conname) end as remove,
       case when c.oid is null then pg_get_indexdef(indexrelid)
         else format('alter table %s add constraint %I %s', indrelid::regclass, conname, pg_get_constraintdef(c.oid))
       end as build
     from pg_index left join pg_constraint c on conindid = indexrelid and contype in ('p', 'u')
     where indrelid = any($1::regclass[])`,
    [tables],
  );
  for (const { remove } of rows) await client.query(remove);
  return rows.map(({ build }) => build);
}
