import { setTimeout } from 'node:timers/promises';
import { type Pool } from 'pg';
import { noticeWhenVanished } from '@app/database';
import { type EventStore, type Position } from '@app/event-store';
import { askRelease, becomeOnly, followLog, withReleases } from '@app/followers';
import { orderStreamPrefix } from '@app/order-log';
import { maxBatch, OrderProjection, projector } from './order-projection.js';
import { inProjectionSpan } from './projection-span.js';

export interface ProjectorOptions {
  /** One of its connections is used as long as the projector runs. */
  readonly pool: Pool;
  readonly eventStore: EventStore;
  /** Makes sure, before each connection is used, that the log is the one that was followed. */
  readonly verifyLog?: () => Promise<void>;
  /** Told why nothing comes from the event log, once per change of the reason, and undefined once it goes on. */
  readonly onTrouble?: (trouble: Error | undefined) => void;
  /** Ends the projector after the batch that it is working on. */
  readonly signal: AbortSignal;
  /** Told after each batch that was committed. */
  readonly onProgress?: (progress: ProjectorProgress) => void;
  /** Told of each failure; the projector begins anew from its checkpoint after a pause. */
  readonly onFailure?: (error: unknown) => void;
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

const firstPauseMs = 100;
const longestPauseMs = 5_000;

/**
 * Keeps the read models up to the event log until `signal` aborts. Any number may run: one works, the others
 * wait to take over. Checkpoint and tables change in one transaction, so whatever kills it, nothing is skipped
 * or doubled. Failures of the database or the event store are waited out; an event that cannot be projected
 * parks its order alone.
 */
export async function runProjector(options: ProjectorOptions): Promise<void> {
  const { signal, onFailure } = options;
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      await project({
        ...options,
        onProgress(progress) {
          failures = 0;
          options.onProgress?.(progress);
        },
      });
    } catch (error) {
      onFailure?.(error);
      const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** failures);
      await setTimeout(pause, undefined, { signal }).catch(() => {});
    }
  }
}

async function project(options: ProjectorOptions): Promise<void> {
  const { pool, eventStore, signal } = options;
  const client = await pool.connect();
  try {
    await noticeWhenVanished(client);
    if (!(await becomeOnly(client, projector, signal))) return;
    // What a crash of the server takes back is taken back together with its checkpoint, and projected again.
    await client.query('set synchronous_commit = off');
    const projection = await OrderProjection.resume(pool, client);
    await withReleases({
      pool,
      follower: projector,
      signal,
      retry: (parked) => projection.retry(eventStore, parked),
      follow: (until) => follow(projection, { ...options, signal: until }),
    });
  } finally {
    // Closed rather than given back: with it end the lock, the setting and whatever was not committed.
    client.release(true);
  }
}

/** Reads and folds each batch while the one before is written. */
async function follow(
  projection: OrderProjection,
  { pool, eventStore, verifyLog = async () => {}, onTrouble, signal, onProgress }: ProjectorOptions,
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
      onProgress?.({ position, events: events.length, caughtUp, parked: projection.parked.size });
    });
    // Ends the wait for a next batch; the error itself is thrown where the writing is waited for.
    written.catch(() => failed.abort());
    if (batch.mended !== undefined) await askRelease(pool, batch.mended);
  }
  await written;
}
