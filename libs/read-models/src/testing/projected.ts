import { type Pool } from 'pg';
import { type EventStore } from '@app/event-store';
import { OrderLog } from '@app/order-log';
import { type ProjectorOptions, runProjector } from '../projection/run-projector.js';
import { type Difference } from '../verify/difference.js';
import { verifyReadModels } from '../verify/verify-read-models.js';

/** Projects all that is in the log, and stops. */
export async function project(
  pool: Pool,
  eventStore: EventStore,
  options: Partial<ProjectorOptions> = {},
): Promise<void> {
  const stop = new AbortController();
  await runProjector({
    pool,
    eventStore,
    signal: stop.signal,
    ...options,
    onProgress(progress) {
      options.onProgress?.(progress);
      if (progress.caughtUp) stop.abort();
    },
  });
}

export async function differences(pool: Pool, eventStore: EventStore): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const difference of verifyReadModels({ pool, orderLog: new OrderLog(eventStore) }))
    found.push(difference);
  return found;
}
