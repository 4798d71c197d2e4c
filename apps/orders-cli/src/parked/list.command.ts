import { listParkedStreams } from '@app/followers';
import { type ParkedOrder, parkedOrders } from '@app/status-events';
import { countOf } from '../count-of.js';
import { printable } from '../printable.js';
import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';
import { isFollower } from './groups.js';
import { streamJson, streamText } from './streams.js';
import { whatBlocks } from './what-blocks.js';

/**
 * Prints what is parked, one a line, for people or as JSON: each stream that a follower of the log has parked, and each
 * order of which a group has parked something.
 */
export async function printParked(
  { group, json }: { group?: string; json?: true },
  terminal: Terminal,
): Promise<void> {
  const ofFollower = isFollower(group);
  const { streams, orders } = await withEngines(terminal, async ({ database: { pool } }) => ({
    streams: group === undefined || ofFollower ? await listParkedStreams(pool, { follower: group }) : [],
    orders: ofFollower ? [] : await parkedOrders(pool, { group }),
  }));
  const lines = json
    ? [...streams.map(streamJson), ...orders.map(orderJson)]
    : [...streams.map(streamText).map(printable), ...orders.map(orderText)];
  await writeLines(terminal.out, lines.length === 0 && !json ? ['Nothing is parked.'] : lines);
}

function orderText(order: ParkedOrder): string {
  const { group, orderId, records, first } = order;
  const since = first.parkedAt.toISOString();
  return printable(
    `${group}  ${orderId}  ${countOf(records, 'event')}  ${whatBlocks(order)}  since ${since}`,
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
