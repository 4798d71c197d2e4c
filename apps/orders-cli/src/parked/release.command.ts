import { parkedOrders, releaseParked } from '@app/status-events';
import { counted } from '../counted.js';
import { type Terminal } from '../terminal.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';
import { consumerOf, groupOf } from './groups.js';
import { expectNothingBlocks } from './what-blocks.js';

/** Applies what is parked of an order as far as it goes; throws a CommandFailure where something still stops it. */
export const release = (
  orderId: string,
  { group: asked }: { group?: string },
  terminal: Terminal,
): Promise<void> =>
  withEngines(terminal, async ({ database: { pool } }) => {
    const group = groupOf(orderId, await parkedOrders(pool, { orderId }), asked);
    const { released } = await releaseParked(pool, consumerOf(group), orderId);
    await writeLines(terminal.out, [
      `Applied ${counted(released, 'event')} of order ${orderId} in ${group}.`,
    ]);
    await expectNothingBlocks(pool, orderId, group);
  });
