import { type Pool, type PoolClient } from 'pg';

/** Whether any session waits for a lock that another one holds. */
export async function somebodyWaits(pool: Pool | PoolClient): Promise<boolean> {
  const { rows } = await pool.query<{ waits: boolean }>(
    `select exists (select from pg_locks where not granted and pid <> pg_backend_pid()) as waits`,
  );
  return rows[0]!.waits;
}
