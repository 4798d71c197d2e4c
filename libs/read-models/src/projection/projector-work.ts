import { type Pool } from 'pg';
import { type Session } from '@app/database';
import { type EventStore, type Position } from '@app/event-store';
import { askRelease, followLog, hasMore, withReleases } from '@app/followers';
import { orderStreamPrefix } from '@app/order-log';
import { asTheOnlyOne, type Turn, type Work } from '@app/workers';
import { maxBatch, OrderProjection, projector } from './order-projection.js';
import { inProjectionSpan } from './projection-span.js';

export interface ProjectorOptions {
  readonly pool: Pool;
  readonly eventStore: EventStore;
  /** Makes sure, before each connection is used, that the log is the one that was followed. */
  readonly verifyLog?: () => Promise<void>;
  /** Told after each batch that was committed. */
  readonly onProgress?: (progress: ProjectorProgress) => void;
}

export interface ProjectorProgress {
  /** The checkpoint: place in the log. */
  readonly position: Position | undefined;
  /** Events in the batch. */
  readonly events: number;
  /** Whether the end of the log was reached. */
  readonly caughtUp: boolean;
  /** Orders that cannot be projected (table `parked_streams`). */
  readonly parked: number;
}

/**
 * Keeps the read models up to the event log. Any number may run: one works, the others wait to take over. Checkpoint and
 * tables change in one transaction, so whatever kills it, nothing is skipped or doubled. An event that cannot be
 * projected parks its order alone.
 */
export const projectorWork = (options: ProjectorOptions): Work => ({
  name: projector,
  hasMore: () => hasMore(options.pool, options.eventStore, projector, orderStreamPrefix),
  run: (turn) =>
    asTheOnlyOne(options.pool, projector, turn, (leading, session) => project(options, leading, session)),
});

async function project(options: ProjectorOptions, turn: Turn, session: Session): Promise<void> {
  const { pool, eventStore } = options;
  // What a crash of the server takes back is taken back together with its checkpoint, and projected again.
  await session.query('set synchronous_commit = off');
  const projected = await OrderProjection.resume(pool, session);
  await withReleases({
    pool,
    follower: projector,
    signal: turn.signal,
    retry: (parked) => projected.retry(eventStore, parked),
    follow: (signal) => follow(projected, options, { ...turn, signal }),
  });
}

/** Reads and folds each batch while the one before is written. */
async function follow(
  projection: OrderProjection,
  { pool, eventStore, verifyLog = async () => {}, onProgress }: ProjectorOptions,
  { signal, progressed, onTrouble }: Turn,
): Promise<void> {
  const failed = new AbortController();
  const batches = followLog({
    eventStore,
    prefixes: [orderStreamPrefix],
    bookmark: projection.checkpoint,
    parked: projection.parked,
    verify: verifyLog,
    onTrouble,
    maxBatch,
    signal: AbortSignal.any([signal, failed.signal]),
  });
  let written = Promise.resolve();
  for await (const batch of batches) {
    const folded = await projection.fold(batch);
    await written;
    written = inProjectionSpan(batch.events, () => projection.write(folded)).then(() => {
      const { position, events, caughtUp } = batch;
      progressed();
      onProgress?.({ position, events: events.length, caughtUp, parked: projection.parked.size });
    });
    // Ends the wait for a next batch; the error itself is thrown where the writing is waited for.
    written.catch(() => failed.abort());
    if (batch.mended !== undefined) await askRelease(pool, batch.mended);
  }
  await written;
}
