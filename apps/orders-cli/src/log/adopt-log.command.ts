import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';

/** Lets this database follow the log from now on. Throws `LogMismatch` where it has followed another log. */
export const adoptLog = (terminal: Terminal): Promise<void> =>
  withEngines(terminal, async ({ logIdentity }) => {
    const { claim: before, databaseId } = await logIdentity.ties();
    await logIdentity.adopt();
    const done =
      before?.databaseId === databaseId
        ? 'This database follows the log already; nothing was changed.'
        : before === undefined
          ? `This database (${databaseId}) follows the log from now on; nobody had claimed it.`
          : `This database (${databaseId}) follows the log from now on, instead of ${before.databaseId}.`;
    await writeLines(terminal.out, [done]);
  });
