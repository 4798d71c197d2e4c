import { type Pool } from 'pg';
import { Session } from '@app/database';
import { waitFor } from './back-off.js';
import { type Turn } from './work.js';

/** How soon one that waits takes over from one that stopped or died, in ms. */
const pollMs = 500;

/** The table only makes the key another one in each schema. */
const tryLock = `select pg_try_advisory_lock(hashtextextended($1, 'followers'::regclass::oid::bigint)) as locked`;

/**
 * Does the work while no other process of the database does work of that name; waits for its turn until then. The
 * work gets the session that holds the lock: what is written on it cannot be written by somebody who has lost the
 * lock. A lost session ends the work, and is thrown.
 */
export async function asTheOnlyOne(
  pool: Pool,
  name: string,
  turn: Turn,
  work: (turn: Turn, session: Session) => Promise<void>,
): Promise<void> {
  const session = await Session.open(pool);
  try {
    while (!(await session.query<{ locked: boolean }>(tryLock, [name])).rows[0]?.locked) {
      turn.progressed();
      await waitFor(pollMs, turn.signal);
      if (turn.signal.aborted) return;
    }
    await work({ ...turn, signal: AbortSignal.any([turn.signal, session.lost]) }, session);
    if (session.lost.aborted) throw new Error(`The connection that held the lock "${name}" was lost.`);
  } finally {
    await session.close();
  }
}
