import { setTimeout } from 'node:timers/promises';
import { type ClientBase } from 'pg';

/** How soon a waiting projector takes over from one that stopped or died. */
const askEveryMs = 500;

/**
 * Waits until no other projector works on these tables; false when `signal` aborts first. The lock belongs to
 * the connection, and so does every write: a projector that lost the one cannot do the other.
 */
export async function becomeOnlyProjector(client: ClientBase, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const { rows } = await client.query<{ only: boolean }>(
      `select pg_try_advisory_lock('projection_checkpoints'::regclass::oid::bigint) as only`,
    );
    if (rows[0]?.only) return true;
    await setTimeout(askEveryMs, undefined, { signal }).catch(() => {});
  }
  return false;
}
