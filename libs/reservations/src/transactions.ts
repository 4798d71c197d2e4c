import { type ClientBase, type Pool } from 'pg';
import { withTransaction } from '@app/database';
import { InTurn } from './in-turn.js';

/** Runs work in a transaction of the pool, one at a time. */
export type Transact = <T>(work: (client: ClientBase) => Promise<T>) => Promise<T>;

/**
 * One connection of the pool at most is held: whoever settles in a transaction needs others for the event log, and
 * several could wait for each other's.
 */
export function transactions(pool: Pool): Transact {
  const turns = new InTurn();
  return (work) => turns.take('', () => withTransaction(pool, work));
}
