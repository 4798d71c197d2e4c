import { type ClientBase } from 'pg';
import { isUnanswered } from '@app/database';

/** Runs work in a transaction of one connection, after the work that came before. */
export type Transact = <T>(work: (client: ClientBase) => Promise<T>) => Promise<T>;

/** All on one connection: several, held while the event log needs others of the same pool, could wait for each other. */
export function transactionsOn(client: ClientBase): Transact {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(() => inTransaction(client, work));
    last = turn.catch(() => {});
    return turn;
  };
}

async function inTransaction<T>(client: ClientBase, work: (client: ClientBase) => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    if (!isUnanswered(error)) await client.query('rollback').catch(() => {});
    throw error;
  }
}
