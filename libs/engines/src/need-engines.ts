import { type Readiness } from '@app/platform';
import { type Engines } from './engines.js';

const checks = {
  database: ({ database }: Engines) => database.pool.query('select 1'),
  'event log': (engines: Engines) => engines.checkLog(),
  'status log': ({ statusLog }: Engines) => statusLog.check(),
} as const;

/** From now on the process is ready only while these engines answer: what a part of it cannot do without. */
export function needEngines(
  readiness: Readiness,
  engines: Engines,
  ...needed: readonly (keyof typeof checks)[]
): void {
  for (const name of needed) readiness.add(name, () => checks[name](engines));
}
