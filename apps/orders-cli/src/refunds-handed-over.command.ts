import { type HandedOverRefund, refundsHandedOver } from '@app/read-models';
import { moneyText } from '@app/words';
import { printable } from './printable.js';
import { type Terminal } from './terminal.js';
import { withEngines } from './with-engines.js';
import { writeLines } from './write-lines.js';

/** Prints every refund that waits for a person, one a line: for people, or as JSON without what anybody wrote. */
export async function listHandedOver({ json }: { json?: true }, terminal: Terminal): Promise<void> {
  const refunds = await withEngines(terminal, ({ database }) => refundsHandedOver(database.pool));
  if (json)
    return writeLines(
      terminal.out,
      refunds.map(({ note: _, ...refund }) => JSON.stringify(refund)),
    );
  await writeLines(
    terminal.out,
    refunds.length === 0 ? ['No refund waits for a person.'] : refunds.map(text),
  );
}

const text = ({ orderId, refundId, amount, currency, method, cause, failures, since }: HandedOverRefund) =>
  printable(
    `${orderId}  ${refundId}  ${moneyText(amount, currency)} by ${method ?? 'an unknown way'}  failed ${failures} times, the last time ${cause ?? 'unknown'}  since ${since}`,
  );
