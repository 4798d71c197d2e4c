import { type Engines } from '@app/engines';
import { positionText } from '@app/event-store';
import { type Checkpoint, LogMismatch, readCheckpoints, refuseUnknown } from '@app/followers';
import { printable } from '../printable.js';
import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';

/** Prints which log this is and who follows it how far; throws `LogMismatch` where log and database do not fit. */
export const showLog = (terminal: Terminal): Promise<void> =>
  withEngines(terminal, async (engines) => {
    const { logIdentity, database } = engines;
    const { claim, databaseId } = await logIdentity.ties();
    const owner =
      claim?.databaseId === databaseId ? 'this database' : `another database (${claim?.databaseId})`;
    const lines = [
      `database  ${databaseId}`,
      claim === undefined
        ? 'log       claimed by nobody yet: the first database that follows it will'
        : `log       ${claim.logId}, claimed by ${owner} at ${claim.at}`,
    ];
    for (const [follower, checkpoint] of await readCheckpoints(database.pool))
      lines.push(`follower  ${follower} ${await standText(engines, checkpoint)}`);
    await writeLines(terminal.out, lines.map(printable));
    await logIdentity.verify();
    await writeLines(terminal.out, ['Log and database fit.']);
  });

async function standText({ eventStore }: Engines, { position, event }: Checkpoint): Promise<string> {
  const place = position === undefined ? 'before the first event' : `at ${positionText(position)}`;
  if (event === undefined) return place;
  const mark = `${place}, behind event ${event.revision} of ${event.stream}`;
  try {
    await refuseUnknown(eventStore, event, 'it');
    return mark;
  } catch (error) {
    if (!(error instanceof LogMismatch)) throw error;
    return `${mark}, which the log does not hold`;
  }
}
