import { type ParkedOrder, parkedOrders } from '@app/status-events';
import { counted } from '../counted.js';
import { printable } from '../printable.js';
import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';
import { consumerOf } from './groups.js';
import { whatBlocks } from './what-blocks.js';

/** Prints every order that has something parked, one a line: for people, or as JSON. */
export async function listParkedOrders(
  { group, json }: { group?: string; json?: true },
  terminal: Terminal,
): Promise<void> {
  if (group !== undefined) consumerOf(group);
  const orders = await withEngines(terminal, ({ database }) => parkedOrders(database.pool, { group }));
  if (json) return writeLines(terminal.out, orders.map(orderJson));
  await writeLines(terminal.out, orders.length === 0 ? ['Nothing is parked.'] : orders.map(orderText));
}

function orderText(order: ParkedOrder): string {
  const { group, orderId, records, first } = order;
  const since = first.parkedAt.toISOString();
  return printable(
    `${group}  ${orderId}  ${counted(records, 'event')}  ${whatBlocks(order)}  since ${since}`,
  );
}

/** `first` is the event that the order waits for, if its sequence is `next`; otherwise that one has not come. */
function orderJson({ group, orderId, next, first, records }: ParkedOrder): string {
  const { sequence, headers, reason, error, attempts, partition, offset, parkedAt } = first;
  const place = { partition, offset: String(offset) };
  return JSON.stringify({
    ...{ group, orderId, records, next },
    first: { sequence, type: headers.ce_type, reason, error, attempts, ...place, parkedAt },
  });
}
