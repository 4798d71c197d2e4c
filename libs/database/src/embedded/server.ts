import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseError } from '../database-error.js';
import { type Cluster } from './cluster.js';
import { runningPostmaster } from './postmaster.js';

/** Recovery after a crash replays up to max_wal_size: seconds, on a slow disk perhaps a minute. */
export const READY_TIMEOUT_S = 120;

/** The last checkpoint may write all of shared_buffers. */
const STOP_TIMEOUT_MS = 60_000;

const LOG_FILE = 'postgres.log';

/** Another process is starting it, children of a killed server are still leaving, or the port was taken meanwhile. */
const PASSING = /lock file|shared memory block|could not create any TCP\/IP sockets/;

/**
 * Starts the cluster's server in a session of its own, so that a Ctrl-C meant for this process passes it by.
 * Throws a DatabaseError, or a plain Error when the reason will pass by itself.
 */
export async function startServer({ folder, programs }: Cluster): Promise<void> {
  const log = join(folder, LOG_FILE);
  const before = await readLog(log);
  const port = await freePort(await lastPort(folder)).catch(() => freePort(0));
  const args = [
    'start',
    '--wait',
    `--timeout=${READY_TIMEOUT_S}`,
    `--log=${LOG_FILE}`,
    `--options=-p ${port}`,
  ];
  await programs.run('pg_ctl', args, folder).catch(async (error: Error & { stderr: string }) => {
    const lines = (await readLog(log)).slice(before.length).split('\n');
    const reason = lines.findLast((line) => line.includes('FATAL:')) ?? error.stderr.trim();
    if (PASSING.test(reason)) throw new Error(reason, { cause: error });
    const message = `PostgreSQL did not start on ${folder}: ${reason}. Its log is ${log}.`;
    throw new DatabaseError('start-failed', message, { cause: error });
  });
}

async function readLog(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

/** Disconnects whoever is left, and returns when everything is on disk. */
export async function stopServer({ folder, programs }: Cluster): Promise<void> {
  const server = await runningPostmaster(folder);
  // Not `--wait`: that takes the server which another process may start at once for the one being stopped.
  const stop = programs.run('pg_ctl', ['stop', '--no-wait', '--mode=fast'], folder);
  // It fails when the server has just been killed: then the loop ends as well.
  const failure: unknown = await stop.catch((error: unknown) => error);
  const giveUp = Date.now() + STOP_TIMEOUT_MS;
  while (server && (await runningPostmaster(folder))?.pid === server.pid) {
    if (Date.now() > giveUp) {
      const message = `PostgreSQL on ${folder} (process ${server.pid}) did not stop in time.`;
      throw new DatabaseError('stop-failed', message, { cause: failure });
    }
    await delay(20);
  }
}

/** The port that it had before, so that the pools of its users find it again after a crash; 0 is any. */
async function lastPort(folder: string): Promise<number> {
  const options = await readFile(join(folder, 'postmaster.opts'), 'utf8').catch(() => '');
  return Number(/"-p" "(\d+)"/.exec(options)?.[1] ?? 0);
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
