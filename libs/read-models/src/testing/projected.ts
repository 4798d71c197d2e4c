import { type Pool } from 'pg';
import { type EventStore } from '@app/event-store';
import { OrderLog } from '@app/order-log';
import { runForever } from '@app/workers';
import { type ProjectorOptions } from '../projection/follow-orders.js';
import { projectorWork } from '../projection/projector-work.js';
import { type Difference } from '../verify/difference.js';
import { verifyReadModels } from '../verify/verify-read-models.js';

/** Projects all that is in the log, and stops. */
export async function project(
  pool: Pool,
  eventStore: EventStore,
  { onProgress }: Pick<ProjectorOptions, 'onProgress'> = {},
): Promise<void> {
  const stop = new AbortController();
  const work = projectorWork({
    pool,
    eventStore,
    onProgress(progress) {
      onProgress?.(progress);
      if (progress.caughtUp) stop.abort();
    },
  });
  await runForever(work, stop.signal);
}

export async function differences(pool: Pool, eventStore: EventStore): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const difference of verifyReadModels({ pool, orderLog: new OrderLog(eventStore) }))
    found.push(difference);
  return found;
}
