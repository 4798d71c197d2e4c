import { DatabaseError, type Pool } from 'pg';

/**
 * SQLSTATEs by which PostgreSQL says that it could not work, whatever it was asked: lost connections, rolled back for
 * another's sake, out of resources, shutting down, defective (https://www.postgresql.org/docs/18/errcodes-appendix.html).
 */
const faults = /^(08|40|53|55P03|57P|58|25006)/;

/** Whether the database is to blame for a failure, rather than what it was asked: then it is worth any number of tries. */
export async function isDatabasesFault(pool: Pool, error: unknown): Promise<boolean> {
  if (error instanceof DatabaseError) return faults.test(error.code ?? '');
  return pool.query('select 1').then(
    () => false,
    () => true,
  );
}
