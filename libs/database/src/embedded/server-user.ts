import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { DatabaseError } from '../database-error.js';

const run = promisify(execFile);

/** Whom PostgreSQL's programs run as; empty means the user of this process. */
export type ServerUser = { readonly uid: number; readonly gid: number } | Record<string, never>;

/** PostgreSQL refuses to run as root, so root hands over to the cluster's owner, or else to the user "postgres". */
export async function serverUser(cluster: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  try {
    return await postgresUser();
  } catch {
    return makePostgresUser();
  }
}

async function postgresUser(): Promise<ServerUser> {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (which) => Number((await run('id', [which, 'postgres'])).stdout)),
  );
  return { uid: uid!, gid: gid! };
}

async function makePostgresUser(): Promise<ServerUser> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return await postgresUser();
  } catch (error) {
    throw new DatabaseError(
      'start-failed',
      'PostgreSQL does not run as root, and the system user "postgres" could not be made: ' +
        'start as another user, make that user, or set DATABASE_URL.',
      { cause: error },
    );
  }
}

/** Whether that user may enter the folder (and all that it is in). */
export async function mayEnter(user: ServerUser, folder: string): Promise<boolean> {
  if (user.uid === undefined) return true;
  return run('sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/' }).then(
    () => true,
    () => false,
  );
}
