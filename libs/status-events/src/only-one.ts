import { setTimeout as pause } from 'node:timers/promises';
import { type Client, type Pool } from 'pg';
import { openSession } from './session.js';

/** How long after one process ended another begins at the latest. */
const pollMs = 500;

/**
 * Does the work while no other process of the database does work of that name; waits for its turn until then.
 * The work's own signal also ends it when the lock was lost, and that is thrown.
 */
export async function asTheOnlyOne(
  pool: Pool,
  name: string,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const session = await openSession(pool);
  const lost = new AbortController();
  session.once('end', () => lost.abort());
  try {
    while (!(await tryLock(session, name))) {
      await pause(pollMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
    }
    await work(AbortSignal.any([signal, lost.signal]));
    if (lost.signal.aborted) throw new Error(`The connection that held the lock "${name}" was lost.`);
  } finally {
    await session.end();
  }
}

async function tryLock(session: Client, name: string): Promise<boolean> {
  const { rows } = await session.query<{ locked: boolean }>(
    'select pg_try_advisory_lock(status_lock($1)) as locked',
    [name],
  );
  return rows[0]!.locked;
}
