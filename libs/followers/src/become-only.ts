import { setTimeout as pause } from 'node:timers/promises';
import { type ClientBase } from 'pg';

/** How soon one that waits takes over from one that stopped or died, in ms. */
const askEveryMs = 500;

/**
 * Waits until nobody else on this database is the follower of that name; false when `signal` aborts first. The lock
 * belongs to the connection: what is written on it cannot be written by somebody who has lost the lock.
 */
export async function becomeOnly(
  client: ClientBase,
  follower: string,
  signal: AbortSignal,
): Promise<boolean> {
  const sql = `select pg_try_advisory_lock(hashtextextended($1, 'followers'::regclass::oid::bigint)) as only`;
  while (!signal.aborted) {
    const { rows } = await client.query<{ only: boolean }>(sql, [follower]);
    if (rows[0]?.only) return true;
    await pause(askEveryMs, undefined, { signal }).catch(() => {});
  }
  return false;
}
