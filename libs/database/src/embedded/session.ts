import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { type DatabaseLog } from '../database.js';
import { DatabaseError } from '../database-error.js';
import { type Cluster } from './cluster.js';
import { forgetPostmaster, runningPostmaster } from './postmaster.js';
import { READY_TIMEOUT_S, startServer, stopServer } from './server.js';

/** Advisory lock of the database: shared by all who use the embedded server, held alone by the one who stops it. */
const USERS_LOCK = 7_310_582_164;
/** More than one, because somebody may kill it while it starts. */
const MAX_FAILED_STARTS = 3;

/** A connection that stands for one user of the server: PostgreSQL forgets the user when it ends, even by a kill. */
export interface ServerSession {
  readonly url: string;
  readonly client: Client;
}

/** Joins the cluster's server, which it starts when none runs. Throws a DatabaseError when it does not start. */
export async function openSession(cluster: Cluster, log: DatabaseLog): Promise<ServerSession> {
  const giveUp = Date.now() + READY_TIMEOUT_S * 1000;
  let failedStarts = 0;
  for (;;) {
    try {
      const session = await joinServer(cluster);
      if (session) return session;
      await startServer(cluster);
      log(`PostgreSQL ${cluster.programs.major} started on ${cluster.folder}.`);
    } catch (error) {
      // It may not take this process in while it starts, recovers or is being stopped by its last user.
      if (error instanceof DatabaseError && ++failedStarts === MAX_FAILED_STARTS) throw error;
      if (Date.now() > giveUp) throw notReady(cluster, error);
      await delay(50);
    }
  }
}

/** Leaves the server, and stops it when nobody else uses it. */
export async function closeSession({ client }: ServerSession, cluster: Cluster): Promise<void> {
  // A lost connection means that there is no server to stop, or that others look after it.
  const alone = await leaveUsers(client).catch(() => false);
  // Who joins from here on waits for the lock, is disconnected by the stop, and then starts the server again.
  if (alone) await stopServer(cluster);
  await client.end();
}

async function leaveUsers(client: Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [USERS_LOCK]);
  const { rows } = await client.query('select pg_try_advisory_lock($1) as alone', [USERS_LOCK]);
  return rows[0].alone;
}

/** Undefined when no server runs; throws when one does and does not take this process in now. */
async function joinServer(cluster: Cluster): Promise<ServerSession | undefined> {
  const postmaster = await runningPostmaster(cluster.folder);
  if (postmaster === undefined) return undefined;
  const url = `postgres://postgres:${cluster.password}@127.0.0.1:${postmaster.port}/postgres`;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A lost connection shows in the next query; without a listener it would also end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [USERS_LOCK]);
    return { url, client };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ECONNREFUSED') await forgetPostmaster(cluster.folder, postmaster);
    throw error;
  }
}

function notReady(cluster: Cluster, cause: unknown): DatabaseError {
  const reason = (cause as Error).message;
  return new DatabaseError(
    'start-failed',
    `PostgreSQL on ${cluster.folder} was not ready in time: ${reason}.`,
    { cause },
  );
}
