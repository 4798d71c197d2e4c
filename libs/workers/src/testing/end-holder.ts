import { type Pool } from 'pg';

/** Ends the connection of the one that does the work of that name, as an operator may; gives whether somebody did it. */
export async function endHolder(pool: Pool, name: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
       and database = (select oid from pg_database where datname = current_database())
       and classid::bigint << 32 | objid::bigint = hashtextextended($1, 'followers'::regclass::oid::bigint)`,
    [name],
  );
  return rowCount !== 0;
}
