import { randomBytes, randomUUID } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type DatabaseLog } from '../database.js';
import { DatabaseError } from '../database-error.js';
import { isPostmasterAlive } from './postmaster.js';
import { OPEN_FOLDER, type Programs } from './programs.js';
import { mayEnter, type ServerUser } from './server-user.js';

/** Written to postgresql.conf: from then on the file is the operator's. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/** A process that makes a cluster and takes longer is taken for dead, its number for another process's. */
const TIMEOUT_MS = 30_000;

/**
 * Makes a cluster under another name and moves it into place whole, so that a kill leaves no half of one.
 * Waits instead while another process does it; of two that do it all the same the first wins.
 * When the server's user may not enter the folder, the cluster is kept elsewhere and `place` is a link to it.
 */
export async function makeCluster(
  place: string,
  user: ServerUser,
  programs: Programs,
  log: DatabaseLog,
): Promise<void> {
  const home = dirname(place);
  const open = await mayEnter(user, home);
  const parent = open ? home : OPEN_FOLDER;
  await mkdir(parent, { recursive: true });
  const giveUp = Date.now() + TIMEOUT_MS;
  while ((await othersAtWork(parent)) && Date.now() < giveUp) await delay(50);
  if (await isCluster(place)) return;
  const staging = join(parent, `postgres.new-${process.pid}-${randomUUID()}`);
  try {
    await initialise(staging, user, programs);
    if (open) await rename(staging, place);
    else await linkTo(staging, place, log);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!(await isCluster(place))) throw error;
  }
}

async function isCluster(folder: string): Promise<boolean> {
  return stat(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/** Removes besides what processes left behind that were killed at this work, whose initdb may still run a moment. */
async function othersAtWork(parent: string): Promise<boolean> {
  let others = false;
  for (const name of await readdir(parent)) {
    const pid = /^postgres\.new-(\d+)-/.exec(name)?.[1];
    if (!pid) continue;
    if (isPostmasterAlive(Number(pid))) others = true;
    else await rm(join(parent, name), { recursive: true, force: true, maxRetries: 10 });
  }
  return others;
}

async function linkTo(staging: string, place: string, log: DatabaseLog): Promise<void> {
  const folder = join(dirname(staging), `cluster-${randomUUID()}`);
  await rename(staging, folder);
  try {
    await symlink(folder, place);
  } catch (error) {
    await rm(folder, { recursive: true });
    throw error;
  }
  log(
    `PostgreSQL's user may not enter ${dirname(place)}: the data is kept in ${folder}, and ${place} is a link to it.`,
  );
}

async function initialise(folder: string, user: ServerUser, programs: Programs): Promise<void> {
  const passwordFile = `${folder}.password`;
  await mkdir(folder, { mode: 0o700 });
  try {
    await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (user.uid !== undefined) {
      await Promise.all([folder, passwordFile].map((path) => chown(path, user.uid, user.gid)));
    }
    await initdb(folder, passwordFile, programs);
    await rename(passwordFile, join(folder, 'password'));
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function initdb(folder: string, passwordFile: string, programs: Programs): Promise<void> {
  const args = [
    ...['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    // Sorts by code point, alike on every system and after every upgrade of it.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...Object.entries(SETTINGS).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
  ];
  await programs.run('initdb', args, folder).catch((error: Error & { stderr: string }) => {
    throw new DatabaseError(
      'start-failed',
      `PostgreSQL could not make a cluster in ${folder}: ${error.stderr.trim()}`,
      {
        cause: error,
      },
    );
  });
}
