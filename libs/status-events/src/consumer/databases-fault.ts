import { DatabaseError, type Pool } from 'pg';
import { isUnanswered } from '@app/database';

/**
 * SQLSTATEs that no event can cause: lost connections, missing rights or tables, rolled back for another's sake, out
 * of resources, read-only, shutting down, defective (https://www.postgresql.org/docs/18/errcodes-appendix.html).
 */
const faults = /^(08|25006|28|40|42|53|55P03|57P|58)/;

/** Whether the database is to blame for a failure, rather than what it was asked: then it is worth any number of tries. */
export async function isDatabasesFault(pool: Pool, error: unknown): Promise<boolean> {
  if (error instanceof DatabaseError) return faults.test(error.code ?? '');
  if (isUnanswered(error)) return true;
  return pool.query('select 1').then(
    () => false,
    () => true,
  );
}
