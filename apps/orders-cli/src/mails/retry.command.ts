import { retryMails } from '@app/notices';
import { CommandFailure } from '../command-failure.js';
import { countOf } from '../count-of.js';
import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';

/** Lets mails that were given up be tried anew: one, or all of them without an id. */
export async function retryGivenUpMails(id: string | undefined, terminal: Terminal): Promise<void> {
  const retried = await withEngines(terminal, ({ database }) => retryMails(database.pool, id));
  if (id !== undefined && retried === 0)
    throw new CommandFailure(`Mail ${id} was not given up; "mails list" names those that were.`);
  await writeLines(terminal.out, [`${countOf(retried, 'mail')} will be tried again.`]);
}
