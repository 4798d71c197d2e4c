import { type Pool } from 'pg';
import { type EventStore, type Position } from '@app/event-store';
import { askRelease, followLog } from '@app/followers';
import { orderStreamPrefix } from '@app/order-log';
import { type Turn } from '@app/workers';
import { maxBatch, type OrderProjection } from './order-projection.js';
import { inProjectionSpan } from './projection-span.js';

export interface ProjectorOptions {
  readonly pool: Pool;
  readonly eventStore: EventStore;
  /** Makes sure, before each connection is used, that the log is the one that was followed. */
  readonly verifyLog?: () => Promise<void>;
  /** Called after each batch that was committed. */
  readonly onProgress?: (progress: ProjectorProgress) => void;
}

export interface ProjectorProgress {
  /** The checkpoint: place in the log. */
  readonly position: Position | undefined;
  /** Events in the batch. */
  readonly events: number;
  /** Orders that were placed in it. */
  readonly orders: number;
  /** Whether the end of the log was reached. */
  readonly caughtUp: boolean;
  /** Orders that cannot be projected (table `parked_streams`). */
  readonly parked: number;
}

/** Brings the tables of a projection after the log. Reads and folds each batch while the one before is written. */
export async function followOrders(
  projection: OrderProjection,
  { pool, eventStore, verifyLog = async () => {}, onProgress }: ProjectorOptions,
  { signal, progressed, onTrouble }: Turn,
): Promise<void> {
  const failed = new AbortController();
  const batches = followLog({
    eventStore,
    prefixes: [orderStreamPrefix],
    checkpoint: projection.checkpoint,
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
      const orders = events.filter(({ revision }) => revision === 0).length;
      progressed();
      onProgress?.({ position, events: events.length, orders, caughtUp, parked: projection.parked.size });
    });
    // Ends the wait for a next batch; the error itself is thrown where the writing is waited for.
    written.catch(() => failed.abort());
    if (batch.mended !== undefined) await askRelease(pool, batch.mended);
  }
  await written;
}
