import { type Engines, openEngines } from '@app/engines';
import { loadSettings } from '@app/platform';
import { type Terminal } from './terminal.js';

/**
 * Does something with the engines that the environment names, and lets go of them afterwards. The embedded database
 * is joined where a running system has it, and started where none runs.
 */
export async function withEngines<T>(
  { env, err }: Terminal,
  work: (engines: Engines) => Promise<T>,
): Promise<T> {
  const engines = await openEngines(loadSettings(env), (line) => err.write(`${line}\n`));
  try {
    return await work(engines);
  } finally {
    await engines.close();
  }
}
