import { parkedOrders, releaseParked } from '@app/status-events';
import { countOf } from '../count-of.js';
import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';
import { consumerOf, groupOf, isFollower } from './groups.js';
import { releaseStreams } from './release-streams.js';
import { streamsOf } from './streams.js';
import { expectNothingBlocks } from './what-blocks.js';

/**
 * Has followers of the log try a parked stream again, and applies what a group has parked of an order, as far as it goes.
 * Throws a CommandFailure where something still stops it.
 */
export const release = (
  orderId: string,
  { group: asked }: { group?: string },
  terminal: Terminal,
): Promise<void> =>
  withEngines(terminal, async ({ database: { pool } }) => {
    const streams = await streamsOf(pool, orderId, asked);
    const orders = await parkedOrders(pool, { orderId });
    if (streams.length > 0) await releaseStreams(pool, streams, terminal);
    if (streams.length > 0 && (isFollower(asked) || orders.length === 0)) return;
    const group = groupOf(orderId, orders, asked);
    const { released } = await releaseParked(pool, consumerOf(group), orderId);
    await writeLines(terminal.out, [
      `Applied ${countOf(released, 'event')} of order ${orderId} in ${group}.`,
    ]);
    await expectNothingBlocks(pool, orderId, group);
  });
