import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from './project-folder.js';

/** The process that keeps the engines, and the settings with which an app uses them. */
export interface RunningEngines {
  readonly pid: number;
  readonly environment: Readonly<Record<'DATABASE_URL' | 'KAFKA_BROKERS', string>>;
}

/** Holds the data of both engines, their logs and the note of who runs them. */
export const ENGINES_FOLDER = join(projectFolder(), '.local', 'engines');
const NOTE = join(ENGINES_FOLDER, 'running.json');

/** Undefined when none run, also when their process was killed. */
export async function runningEngines(): Promise<RunningEngines | undefined> {
  const note = await readFile(NOTE, 'utf8').catch(() => undefined);
  if (note === undefined) return undefined;
  const engines = JSON.parse(note) as RunningEngines;
  return areEnginesAlive(engines.pid) ? engines : undefined;
}

export async function noteEngines(engines: RunningEngines): Promise<void> {
  await mkdir(ENGINES_FOLDER, { recursive: true });
  // The database's password is in it.
  await writeFile(NOTE, JSON.stringify(engines), { mode: 0o600 });
}

export async function forgetEngines(): Promise<void> {
  await rm(NOTE, { force: true });
}

export function areEnginesAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
