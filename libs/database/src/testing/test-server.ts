import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database } from '../database.js';
import { isPostmasterAlive } from '../embedded/postmaster.js';
import { openDatabase } from '../open-database.js';

/** Starts the PostgreSQL of a test run, on a folder of its own; nothing in it survives a power cut. */
export async function startTestServer(): Promise<Database> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `orders-test-${process.pid}-`));
  // As root the server runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
  const database = await openDatabase({ dataDir: folder });
  await database.pool.query('alter system set fsync = off');
  await database.pool.query('select pg_reload_conf()');
  return {
    ...database,
    async close() {
      await database.close();
      await removeFolder(folder);
    },
  };
}

/** Stops and removes the servers of runs that were killed. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = /^orders-test-(\d+)-/.exec(name)?.[1];
    // It fails harmlessly when another run removes the same one at this moment.
    if (pid && !isPostmasterAlive(Number(pid))) await removeServer(join(tmpdir(), name)).catch(() => {});
  }
}

async function removeServer(folder: string): Promise<void> {
  // Joins it, and as the last one to leave stops it.
  const database = await openDatabase({ dataDir: folder });
  await database.close();
  await removeFolder(folder);
}

async function removeFolder(folder: string): Promise<void> {
  // The link's end, should root have had to put the cluster elsewhere.
  await rm(await realpath(join(folder, 'postgres')), { recursive: true });
  await rm(folder, { recursive: true });
}
