import { type DeadlineRow, listDeadlines } from '@app/read-models';
import { CommandFailure } from './command-failure.js';
import { printable } from './printable.js';
import { type Terminal } from './terminal.js';
import { withEngines } from './with-engines.js';
import { writeLines } from './write-lines.js';

export interface DeadlinesOptions {
  /** ISO 8601, UTC. */
  readonly until?: string;
  readonly order?: string;
  readonly json?: true;
}

/**
 * Prints what is due now or will be by some time, one a line; of one order all that runs.
 * Throws a CommandFailure where there is no such order.
 */
export async function printDeadlines(
  { until, order, json }: DeadlinesOptions,
  terminal: Terminal,
  now = new Date().toISOString(),
): Promise<void> {
  const by = until ?? (order === undefined ? now : undefined);
  const rows = await withEngines(terminal, async ({ database, orderLog }) => {
    if (order !== undefined && (await orderLog.read(order)) === undefined)
      throw new CommandFailure(`There is no order ${order}.`);
    return listDeadlines(database.pool, { until: by, orderId: order });
  });
  if (json) return writeLines(terminal.out, rows.map(deadlineJson));
  const lines = rows.map((row) => deadlineText(row, now));
  await writeLines(terminal.out, lines.length === 0 ? ['Nothing is due.'] : lines);
}

function deadlineText({ orderId, timer, subject, dueAt }: DeadlineRow, now: string): string {
  const of = subject === '' ? '' : ` of ${subject}`;
  return printable(`${dueAt}  ${orderId}  ${timer}${of}${dueAt <= now ? '  due' : ''}`);
}

const deadlineJson = ({ subject, ...row }: DeadlineRow): string =>
  JSON.stringify({ ...row, subject: subject || undefined });
