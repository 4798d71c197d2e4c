import { type Session } from '@app/database';
import { hasMore, withReleases } from '@app/followers';
import { orderStreamPrefix } from '@app/order-log';
import { asTheOnlyOne, together, type Turn, type Work } from '@app/workers';
import { ReadModelsReplaced } from '../versions/live-tables.js';
import { upgrade, type UpgradeOptions } from '../versions/upgrade.js';
import { followOrders } from './follow-orders.js';
import { OrderProjection, projector } from './order-projection.js';

/**
 * Keeps the read models up to the event log. Any number may run: one works, the others wait to take over. Checkpoint and
 * tables change in one transaction, so whatever kills it, nothing is skipped or doubled. An event that cannot be
 * projected parks its order alone. Read models of an older version are built anew beside those that it keeps up.
 */
export const projectorWork = (options: UpgradeOptions): Work => ({
  name: projector,
  hasMore: () => hasMore(options.pool, options.eventStore, projector, orderStreamPrefix),
  run: (turn) =>
    asTheOnlyOne(options.pool, projector, turn, (leading, session) => project(options, leading, session)),
});

async function project(options: UpgradeOptions, turn: Turn, session: Session): Promise<void> {
  // What a crash of the server takes back is taken back together with its checkpoint, and projected again.
  await session.query('set synchronous_commit = off');
  while (!turn.signal.aborted) {
    try {
      await projectLive(options, turn, session);
    } catch (error) {
      if (!(error instanceof ReadModelsReplaced)) throw error;
    }
  }
}

/** Until other tables have taken the place of the live ones, which it may throw as `ReadModelsReplaced`. */
async function projectLive(options: UpgradeOptions, turn: Turn, session: Session): Promise<void> {
  const { pool, eventStore } = options;
  const live = await OrderProjection.resume(pool, session, eventStore);
  const replaced = new AbortController();
  await together(
    AbortSignal.any([turn.signal, replaced.signal]),
    (signal) =>
      withReleases({
        pool,
        follower: projector,
        signal,
        retry: (parked) => live.retry(parked),
        follow: (until) => followOrders(live, options, { ...turn, signal: until }),
      }),
    async (signal) => {
      if (live.outdated && (await upgrade(options, signal))) replaced.abort();
    },
  );
}
