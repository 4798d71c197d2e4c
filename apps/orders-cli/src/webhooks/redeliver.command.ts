import { redeliver } from '@app/webhooks';
import { CommandFailure } from '../command-failure.js';
import { countOf } from '../count-of.js';
import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';

/** Sends again what was given up of a webhook; throws a CommandFailure where nothing was. */
export async function redeliverGivenUp(id: string, terminal: Terminal): Promise<void> {
  const events = await withEngines(terminal, ({ database }) => redeliver(database.pool, id));
  if (events === 0)
    throw new CommandFailure(
      `Nothing of webhook ${id} was given up; "webhooks list" says how each of them is.`,
    );
  await writeLines(terminal.out, [`${countOf(events, 'event')} will be sent to webhook ${id} again.`]);
}
