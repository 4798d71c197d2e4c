import { type Pool, type PoolClient } from 'pg';

/** Whether any session of this database waits for a lock that another one holds. */
export async function somebodyWaits(pool: Pool | PoolClient): Promise<boolean> {
  const { rows } = await pool.query<{ waits: boolean }>(
    `select exists (select from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()) as waits`,
  );
  return rows[0]!.waits;
}
