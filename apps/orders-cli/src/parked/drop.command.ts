import { dropStream } from '@app/followers';
import { dropParked, parkedOrders } from '@app/status-events';
import { CommandFailure } from '../command-failure.js';
import { countOf } from '../count-of.js';
import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';
import { consumerOf, groupOf } from './groups.js';
import { operator } from './operator.js';
import { streamsOf } from './streams.js';
import { expectNothingBlocks } from './what-blocks.js';

export interface DropOptions {
  readonly reason: string;
  readonly sequence?: number;
  readonly group?: string;
}

/**
 * Of a stream that followers of the log have parked, notes that an operator has dropped it. Of an order that a group has
 * parked, gives up the one event that blocks it. Throws a CommandFailure where that is refused, or where another event
 * blocks the order then.
 */
export const drop = (
  orderId: string,
  { group: asked, reason, sequence }: DropOptions,
  terminal: Terminal,
): Promise<void> =>
  withEngines(terminal, async ({ database: { pool } }) => {
    const streams = await streamsOf(pool, orderId, asked);
    if (streams.length > 0 && sequence === undefined) {
      for (const stream of streams) await dropStream(pool, stream, { by: operator(), reason });
      return writeLines(
        terminal.out,
        streams.map(
          ({ stream, follower }) =>
            `${stream} stays parked in ${follower}; nobody is reminded of it any more.`,
        ),
      );
    }
    const group = groupOf(orderId, await parkedOrders(pool, { orderId }), asked);
    const outcome = await dropParked(pool, consumerOf(group), orderId, { by: operator(), reason, sequence });
    if (outcome.kind === 'refused') throw new CommandFailure(outcome.refusal.message);
    const what = outcome.sequence === undefined ? 'the record without sequence' : `event ${outcome.sequence}`;
    await writeLines(terminal.out, [
      `Dropped ${what} of order ${orderId} in ${group}; applied ${countOf(outcome.released, 'event')} behind it.`,
    ]);
    await expectNothingBlocks(pool, orderId, group);
  });
