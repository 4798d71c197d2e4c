import { mkdir, readdir, readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type DatabaseLog } from '../database.js';
import { DatabaseError } from '../database-error.js';
import { makeCluster } from './make-cluster.js';
import { findPrograms, type Programs } from './programs.js';
import { serverUser } from './server-user.js';

/** The files of one PostgreSQL server. */
export interface Cluster {
  readonly folder: string;
  readonly password: string;
  readonly programs: Programs;
}

/** The cluster in `<dataDir>/postgres`, made when there is none. Throws a DatabaseError when the folder cannot serve. */
export async function ensureCluster(dataDir: string, log: DatabaseLog): Promise<Cluster> {
  const home = resolve(dataDir);
  try {
    await makeFolder(home);
    const place = join(home, 'postgres');
    const user = await serverUser(place);
    const programs = await findPrograms(user, log);
    if (await isFree(place)) await makeCluster(place, user, programs, log);
    const folder = await realpath(place);
    await checkVersion(folder, programs.major);
    const password = await readFile(join(folder, 'password'), 'utf8');
    return { folder, password, programs };
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(
      'data-dir',
      `The data folder ${home} cannot be used: ${(error as Error).message}. ` +
        'It must be a folder that this user may write to, in a parent that exists (DATA_DIR).',
      { cause: error },
    );
  }
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  // Throws when it is a file.
  await readdir(path);
}

async function isFree(place: string): Promise<boolean> {
  const names = await readdir(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.length === 0;
}

async function checkVersion(folder: string, major: string): Promise<void> {
  const found = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (found === major) return;
  throw new DatabaseError(
    'other-version',
    `${folder} holds data of PostgreSQL ${found}, and this program brings PostgreSQL ${major}: ` +
      `dump it with PostgreSQL ${found} and restore it into an empty data folder, or set DATABASE_URL to a server of that version.`,
  );
}
