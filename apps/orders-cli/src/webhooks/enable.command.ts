import { enableWebhook } from '@app/webhooks';
import { CommandFailure } from '../command-failure.js';
import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';

/** Sends to a disabled webhook again; throws a CommandFailure where it is not disabled. */
export async function enable(id: string, terminal: Terminal): Promise<void> {
  const enabled = await withEngines(terminal, ({ database }) => enableWebhook(database.pool, id));
  if (!enabled)
    throw new CommandFailure(`Webhook ${id} is not disabled; "webhooks list" says how each of them is.`);
  await writeLines(terminal.out, [`Webhook ${id} is sent to again.`]);
}
