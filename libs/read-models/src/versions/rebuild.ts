import { type Pool } from 'pg';
import { type EventStore } from '@app/event-store';
import { listParkedStreams, type ParkedStream } from '@app/followers';
import { OrderLog, orderStream } from '@app/order-log';
import { followOrders, type ProjectorOptions, type ProjectorProgress } from '../projection/follow-orders.js';
import { OrderProjection, projector } from '../projection/order-projection.js';
import { type Difference } from '../verify/difference.js';
import { verifyReadModels } from '../verify/verify-read-models.js';
import { NextTables } from './next-tables.js';
import { replaceLive } from './replace-live.js';

export interface RebuildOptions {
  readonly pool: Pool;
  readonly eventStore: EventStore;
  /** Makes sure, before each connection is used, that the log is the one that was followed. */
  readonly verifyLog?: () => Promise<void>;
  /** Whether the live tables stay, whatever comes of it. */
  readonly dryRun?: boolean;
  /** Ends it at the next opportunity; the live tables are then as they were. */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: RebuildProgress) => void;
}

export interface RebuildProgress {
  readonly step: 'filling' | 'indexing' | 'comparing' | 'replacing';
  /** Orders of this step that are done. */
  readonly orders: number;
  /** How much of the step is done, from 0 to 1. */
  readonly part: number;
}

export type Rebuilt =
  | { readonly kind: 'replaced' | 'same'; readonly orders: number }
  /** What was built is not what a fold of the log gives: the live tables stay. */
  | { readonly kind: 'different'; readonly orders: number; readonly differences: readonly Difference[] }
  /** Somebody else rebuilds them. */
  | { readonly kind: 'busy' };

/**
 * Builds the read models anew beside the live ones, compares them with a fold of the log, and puts them in the place of
 * the live ones. All of them are read and kept up meanwhile. Whatever ends it, the live tables are whole; what was built
 * is dropped, at the latest by the next one.
 */
export async function rebuild(options: RebuildOptions): Promise<Rebuilt> {
  const next = await NextTables.open(options.pool);
  if (next === undefined) return { kind: 'busy' };
  try {
    return await build(next, options);
  } finally {
    await next.drop().catch(() => {});
    await next.close();
  }
}

async function build(
  next: NextTables,
  { onProgress = () => {}, ...options }: RebuildOptions,
): Promise<Rebuilt> {
  const { pool, eventStore, signal } = options;
  await next.create();
  const projection = await OrderProjection.resume(next.pool, next.client, eventStore);
  const end = Number((await eventStore.lastPosition())?.commit ?? 1);
  let orders = 0;
  const fill = {
    ...options,
    onProgress(batch: ProjectorProgress) {
      orders += batch.orders;
      const part = batch.caughtUp ? 1 : Math.min(1, Number(batch.position?.commit ?? 0) / end);
      onProgress({ step: 'filling', orders, part });
    },
  };
  await catchUp(projection, next, fill, signal);
  signal.throwIfAborted();
  onProgress({ step: 'indexing', orders, part: 0 });
  await next.complete();

  const differences: Difference[] = [];
  const verifying = verifyReadModels({
    pool: next.pool,
    orderLog: new OrderLog(eventStore),
    onCompared(compared, all) {
      signal.throwIfAborted();
      onProgress({ step: 'comparing', orders: compared, part: compared / all });
    },
  });
  const parked = await listParkedStreams(pool, { follower: projector });
  for await (const difference of verifying) if (!isKnown(difference, parked)) differences.push(difference);
  if (differences.length > 0) return { kind: 'different', orders, differences };
  if (options.dryRun) return { kind: 'same', orders };

  onProgress({ step: 'replacing', orders, part: 0 });
  await replaceLive(pool, next, (until) => catchUp(projection, next, options, until), signal);
  return { kind: 'replaced', orders };
}

/** What is wrong with the log itself, and orders that are parked as they are in the live tables. */
const isKnown = ({ table, key }: Difference, parked: readonly ParkedStream[]): boolean =>
  table === 'event log' ||
  (table === 'parked_streams' &&
    parked.some(({ stream }) => stream === orderStream(String(key['order_id']))));

/** False where that was not done before the signal aborted. */
async function catchUp(
  projection: OrderProjection,
  { pool }: NextTables,
  options: Omit<ProjectorOptions, 'pool'>,
  signal: AbortSignal,
): Promise<boolean> {
  const caughtUp = new AbortController();
  await followOrders(
    projection,
    {
      ...options,
      pool,
      onProgress(progress) {
        options.onProgress?.(progress);
        if (progress.caughtUp) caughtUp.abort();
      },
    },
    { signal: AbortSignal.any([signal, caughtUp.signal]), progressed() {}, onTrouble() {} },
  );
  return caughtUp.signal.aborted;
}
