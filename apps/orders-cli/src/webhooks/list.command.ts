import { listWebhooks, type Undelivered, undeliveredCounts, type Webhook } from '@app/webhooks';
import { printable } from '../printable.js';
import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';

type ListedWebhook = Webhook & { readonly undelivered: Omit<Undelivered, 'webhookId'> };

/** Prints every webhook with what has not come to it, one a line: for people, or as JSON. */
export async function printWebhooks({ json }: { json?: true }, terminal: Terminal): Promise<void> {
  const webhooks = await withEngines(terminal, async ({ database: { pool } }) => {
    const counts = new Map(
      (await undeliveredCounts(pool)).map(({ webhookId, ...rest }) => [webhookId, rest]),
    );
    const none = { waiting: 0, held: 0, givenUp: 0 };
    return (await listWebhooks(pool)).map((webhook) => ({
      ...webhook,
      undelivered: counts.get(webhook.id) ?? none,
    }));
  });
  const lines = webhooks.map((webhook) => (json ? JSON.stringify(webhook) : webhookText(webhook)));
  await writeLines(terminal.out, lines.length === 0 && !json ? ['There are no webhooks.'] : lines);
}

function webhookText({ id, ownerId, url, failingSince, disabled, undelivered }: ListedWebhook): string {
  const { waiting, held, givenUp, error } = undelivered;
  const state =
    disabled !== undefined
      ? `disabled since ${disabled.at.toISOString()}: ${disabled.reason}`
      : failingSince !== undefined
        ? `takes nothing since ${failingSince.toISOString()}`
        : 'works';
  const last = error === undefined ? '' : `  last error: ${error}`;
  return printable(
    `${id}  ${ownerId}  ${url}  ${state}  ${waiting} waiting, ${held} held, ${givenUp} given up${last}`,
  );
}
