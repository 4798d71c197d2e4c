import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { type CommandRequest, type OrderCommands } from '@app/order-log';
import { type DeadlineRow, takeDue } from '@app/read-models';

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
  /** Told of each deadline that an engine's failure kept from firing. */
  readonly onFailure: (deadline: DeadlineRow, error: unknown) => void;
}

/**
 * Takes what is due and fires it, up to `batchSize`; gives how many no failure was in the way of. The order itself decides
 * what is due: one that has moved on refuses, so however often a deadline is fired, by whomever, it happens once; and
 * again where it falls due again.
 */
export async function fireDue({ pool, now, ...options }: FireOptions): Promise<number> {
  const at = now.toISOString();
  const taken = await takeDue(pool, at, { limit: batchSize, claimSeconds });
  const settled = await Promise.all(taken.map((deadline) => fire(deadline, at, options)));
  return settled.filter(Boolean).length;
}

/** False where an engine's failure was in the way. */
async function fire(
  deadline: DeadlineRow,
  at: string,
  { orderCommands, onFired, onFailure }: Omit<FireOptions, 'pool' | 'now'>,
): Promise<boolean> {
  try {
    const outcome = await orderCommands.execute(requestFor(deadline, at));
    if (outcome.kind === 'accepted') onFired(deadline);
    return true;
  } catch (error) {
    onFailure(deadline, error);
    return false;
  }
}

function requestFor(deadline: DeadlineRow, at: string): CommandRequest {
  const commandId = randomUUID();
  return {
    orderId: deadline.orderId,
    command: { type: 'fire-timers' },
    commandId,
    correlationId: commandId,
    actor: { role: 'timer', id: 'deadline-worker' },
    at,
  };
}
