import { setTimeout as pause } from 'node:timers/promises';
import { type Engines } from '@app/engines';
import { orderStreamPrefix } from '@app/order-log';
import { waitUntilProjected } from '@app/read-models';
import { trackingConsumer } from '@app/tracking';
import { CommandFailure } from '../command-failure.js';
import { type OwnProjector } from './while-projecting.js';

/** How long something may stand still before it is given up, and how often it is looked at, in ms. */
const patienceMs = 30_000;
const lookEveryMs = 100;

/**
 * Waits until the read models hold what the log holds now.
 * Throws a CommandFailure when one of them is behind and has not moved for half a minute.
 */
export async function untilCaughtUp(
  { eventStore, statusLog, database: { pool } }: Engines,
  own: OwnProjector,
): Promise<void> {
  const newest = eventStore.readAll({
    direction: 'backwards',
    maxCount: 1,
    streamPrefix: orderStreamPrefix,
  });
  for await (const { stream, revision, position } of newest) {
    const orderId = stream.slice(orderStreamPrefix.length);
    await settle('The lists and details', async () => {
      if (!(await waitUntilProjected(pool, orderId, revision, lookEveryMs))) return `${own.position}`;
    });
    await settle('The status events', async () => {
      const published = await statusLog.publishedUpTo();
      if (published === undefined || published < position) return `${published}`;
    });
    await settle('The tracked packages', async () => {
      const { records } = await statusLog.lag(trackingConsumer.group);
      if (records > 0) return `${records}`;
    });
  }
}

/** Looks until there is nothing left to wait for: `state` then tells nothing, and until then where it stands. */
async function settle(what: string, state: () => Promise<string | undefined>): Promise<void> {
  let seen: string | undefined;
  let since = Date.now();
  for (let now = await state(); now !== undefined; now = await state()) {
    if (now !== seen) [seen, since] = [now, Date.now()];
    if (Date.now() - since > patienceMs)
      throw new CommandFailure(
        `${what} are behind the log and have not moved for ${patienceMs / 1000} s: ` +
          'see what the running system logs, then try again.',
      );
    await pause(lookEveryMs);
  }
}
