import { listUnsentMails, type UnsentMail } from '@app/notices';
import { countOf } from '../count-of.js';
import { printable } from '../printable.js';
import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';

/** Prints the mails that wait or were given up, one a line: for people, or as JSON. */
export async function listMails({ json }: { json?: true }, terminal: Terminal): Promise<void> {
  const mails = await withEngines(terminal, ({ database }) => listUnsentMails(database.pool));
  if (json)
    return writeLines(
      terminal.out,
      mails.map((mail) => JSON.stringify(mail)),
    );
  await writeLines(
    terminal.out,
    mails.length === 0 ? ['No mail waits or was given up.'] : mails.map(mailText),
  );
}

function mailText({ id, state, recipient, kind, orderId, attempts, error, createdAt }: UnsentMail): string {
  const to = `${recipient.role} ${recipient.id}`;
  const tried =
    attempts === 0 ? 'not tried yet' : `tried ${countOf(attempts, 'time')}${error ? `: ${error}` : ''}`;
  return printable(`${id}  ${state}  ${to}  ${kind}  ${orderId}  since ${createdAt.toISOString()}  ${tried}`);
}
