import { setTimeout as pause } from 'node:timers/promises';
import { type Engines } from '@app/engines';
import {
  furtherOf,
  isBehind,
  type Position,
  positionAt,
  positionText,
  type RecordedEvent,
} from '@app/event-store';
import { readCheckpoint } from '@app/followers';
import { orderStreamPrefix } from '@app/order-log';
import { projector } from '@app/read-models';
import { followerOf } from '@app/reservations';
import { publisher } from '@app/status-events';
import { trackingConsumer } from '@app/tracking';
import { CommandFailure } from '../command-failure.js';

/** How long something may stand still before it is given up, and how often it is looked at, in ms. */
const timeoutMs = 30_000;
const lookEveryMs = 100;

/**
 * Waits until the read models hold what the log holds now.
 * Throws a CommandFailure when one of them is behind and has not moved for half a minute.
 */
export async function untilCaughtUp(engines: Engines): Promise<void> {
  const {
    statusLog,
    resources,
    database: { pool },
  } = engines;
  for await (const { position } of newestWith(engines, orderStreamPrefix)) {
    // An order that is parked comes no further, but those behind it do.
    await settle('The lists and details', async () =>
      standAt((await readCheckpoint(pool, projector)).position, position),
    );
    await settle('The status events', async () => {
      const published = await statusLog.publishedUpTo();
      const { position: checkpoint } = await readCheckpoint(pool, publisher);
      return standAt(furtherOf(published && positionAt(published.position), checkpoint), position);
    });
    let fewest = Infinity;
    await settle('The tracked packages', async () => {
      const { records } = await statusLog.lag(trackingConsumer.group);
      // Others may write without a pause: only having less to do than ever before is a step ahead.
      fewest = Math.min(fewest, records);
      return fewest > 0 ? fewest : 'done';
    });
  }
  // Stock and coupons follow the orders, and their lists follow them.
  for (const prefix of [orderStreamPrefix, ...resources.map((resource) => resource.prefix)])
    for await (const { position } of newestWith(engines, prefix))
      await settle(`What is kept of ${prefix}…`, async () =>
        standAt((await readCheckpoint(pool, followerOf(prefix))).position, position),
      );
}

const newestWith = ({ eventStore }: Engines, prefix: string): AsyncIterable<RecordedEvent> =>
  eventStore.readAll({ direction: 'backwards', maxCount: 1, streamPrefixes: [prefix] });

/** How far it has come on its way to the newest event. */
function standAt(reached: Position | undefined, newest: Position): string {
  if (reached === undefined) return 'nothing';
  return isBehind(newest, reached) ? positionText(reached) : 'done';
}

/** Looks until it is done; `stand` says by any value of its own how far it has come. */
async function settle(what: string, stand: () => Promise<string | number>): Promise<void> {
  let last: string | number | undefined;
  let since = Date.now();
  for (let now = await stand(); now !== 'done'; now = await stand()) {
    if (now !== last) [last, since] = [now, Date.now()];
    if (Date.now() - since > timeoutMs)
      throw new CommandFailure(
        `${what} are behind the log and have not moved for ${timeoutMs / 1000} s: ` +
          'see what the running system logs, then try again.',
      );
    await pause(lookEveryMs);
  }
}
