import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running server says of itself in postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Whether it has opened its port: it answers from then on, if only that it is starting or stopping. */
  readonly listening: boolean;
}

/** The server that runs on the cluster; undefined when there is none, or only the file of a dead one. */
export async function runningPostmaster(folder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  // The lines: https://github.com/postgres/postgres/blob/REL_18_STABLE/src/include/utils/pidfile.h
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!pid || !isPostmasterAlive(pid)) return undefined;
  return { pid, port: Number(lines[3]), listening: Boolean(lines[7]?.trim()) };
}

/**
 * Removes the file of a server whose port refuses connections: it is gone, although a process has its number,
 * either its own zombie or another one, as happens when a container starts anew.
 * Should it be there after all, PostgreSQL sees that by its shared memory and refuses to start a second one.
 */
export async function forgetPostmaster(folder: string, gone: Postmaster): Promise<void> {
  const current = await runningPostmaster(folder);
  if (gone.listening && current?.pid === gone.pid) await rm(join(folder, 'postmaster.pid'), { force: true });
}

/** Whether a process has that number, whoever's it is. */
export function isPostmasterAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
