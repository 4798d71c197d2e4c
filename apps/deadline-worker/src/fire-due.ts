import { type Pool } from 'pg';
import { StreamDamaged } from '@app/event-store';
import { type OrderCommands } from '@app/order-log';
import { type DeadlineRow, takeDue } from '@app/read-models';
import { fireTimers } from './fire-timers.js';
import { parkDeadlines, retryParkedDeadlines } from './parked-orders.js';

/** Most deadlines that are fired at once. */
export const batchSize = 64;

/** How long a deadline waits for the worker that took it before another one takes it. */
const claimSeconds = 60;

export interface FireOptions {
  readonly pool: Pool;
  readonly orderCommands: Pick<OrderCommands, 'execute'>;
  /** What has fallen due by then fires, and happens then. */
  readonly now: Date;
  readonly onFired: (deadline: DeadlineRow) => void;
  /** Called for each deadline that could not be fired: an engine failed, or a history is damaged. */
  readonly onFailure: (deadline: DeadlineRow, error: unknown) => void;
}

/**
 * Takes what is due and fires it, up to `batchSize`. Gives how many it took, and how many of them did not fail for an
 * engine's sake. The order itself decides what is due, and refuses where it has moved on: a deadline happens once, however
 * often and by whomever it is fired, and again only where it falls due again. An order whose history is damaged is parked,
 * and taken no more until an operator releases it.
 */
export async function fireDue(options: FireOptions): Promise<{ taken: number; settled: number }> {
  const { pool, now } = options;
  const at = now.toISOString();
  await retryParkedDeadlines(options, ({ releaseAsked }) => releaseAsked);
  const taken = await takeDue(pool, at, { limit: batchSize, claimSeconds });
  const settled = await Promise.all(taken.map((deadline) => fire(deadline, at, options)));
  return { taken: taken.length, settled: settled.filter(Boolean).length };
}

/** False where an engine's failure was in the way. */
async function fire(
  deadline: DeadlineRow,
  at: string,
  { pool, orderCommands, onFired, onFailure }: FireOptions,
): Promise<boolean> {
  try {
    const outcome = await orderCommands.execute(fireTimers(deadline.orderId, at));
    if (outcome.kind === 'accepted') onFired(deadline);
    return true;
  } catch (error) {
    onFailure(deadline, error);
    if (!(error instanceof StreamDamaged)) return false;
    await parkDeadlines(pool, deadline.orderId, error);
    return true;
  }
}
