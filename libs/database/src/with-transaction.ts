import { type Pool, type PoolClient } from 'pg';

/** Whether the server was silent for too long: the connection is of no use any more. */
export const isUnanswered = (error: unknown): boolean => (error as Error).message === 'Query read timeout';

/**
 * Runs `work` in one transaction: commits what it did and gives its result, or rolls all of it back
 * and throws its error. The client belongs to `work` only until its promise settles.
 */
export async function withTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    broken = isUnanswered(error);
    if (!broken) await client.query('rollback').catch(() => (broken = true));
    throw error;
  } finally {
    client.release(broken);
  }
}
