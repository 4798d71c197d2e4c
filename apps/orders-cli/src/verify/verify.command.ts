import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { checkReadModels } from './check-read-models.js';
import { whileProjecting } from './while-projecting.js';

/** Compares every row of the read models with a fold of the log; throws a CommandFailure where they differ. */
export const verify = (terminal: Terminal): Promise<void> =>
  withEngines(terminal, (engines) =>
    whileProjecting(engines, terminal, () => checkReadModels(engines, terminal)),
  );
