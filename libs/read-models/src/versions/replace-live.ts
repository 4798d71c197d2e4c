import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { replaceFollower } from '@app/followers';
import { projector } from '../projection/order-projection.js';
import { type NextTables, versioned } from './next-tables.js';

/**
 * How long readers are waited for, in ms; others wait behind that. A reader who has one table and wants another must be
 * outlived before the server looks for deadlocks, which it does after a second.
 */
const lockMs = 300;
const queryCanceled = '57014';

/** How long the projector is held up for the rest of the log, and how long until it is tried anew, in ms. */
const holdUpMs = 5_000;
const pauseMs = 500;

/** Brings the next tables to the end of the log; false where that was not done before the signal aborted. */
type CatchUp = (until: AbortSignal) => Promise<boolean>;

/**
 * Puts the next tables in the place of the live ones, in one transaction, and drops those. No reader is refused: those who
 * come meanwhile wait some milliseconds. The next tables are at the end of the log by then, so that what was to be read
 * before can be read after. Throws where the signal aborts before that.
 */
export async function replaceLive(
  livePool: Pool,
  next: NextTables,
  catchUp: CatchUp,
  signal: AbortSignal,
): Promise<void> {
  await catchUp(signal);
  while (!(await tryToReplace(livePool, next, catchUp, signal))) {
    await pause(pauseMs, undefined, { signal });
    await catchUp(signal);
  }
}

async function tryToReplace(
  livePool: Pool,
  next: NextTables,
  catchUp: CatchUp,
  signal: AbortSignal,
): Promise<boolean> {
  const client = await livePool.connect();
  let replaced = false;
  try {
    await client.query('begin');
    // Whoever writes to the live tables holds it.
    await client.query('lock table read_models in exclusive mode');
    const caughtUp = await catchUp(AbortSignal.any([signal, AbortSignal.timeout(holdUpMs)]));
    signal.throwIfAborted();
    if (!caughtUp || !(await lockAll(client, next))) return false;
    await client.query(replacing(next));
    await replaceFollower(client, projector, next.next);
    await client.query('commit');
    replaced = true;
    return true;
  } finally {
    // With the connection ends what was not committed.
    client.release(!replaced);
  }
}

/** False where readers took too long. */
async function lockAll(client: PoolClient, { live }: NextTables): Promise<boolean> {
  await client.query(`set local statement_timeout = ${lockMs}`);
  const names = versioned.map((name) => `${live}.${name}`);
  try {
    await client.query(`lock table ${names.join(', ')} in access exclusive mode`);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === queryCanceled) return false;
    throw error;
  }
  await client.query('set local statement_timeout = 0');
  return true;
}

const replacing = ({ live, next }: NextTables): string =>
  versioned
    .map((name) => `drop table ${live}.${name}; alter table ${next}.${name} set schema ${live}`)
    .join(';');
