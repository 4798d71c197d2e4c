import { setTimeout } from 'node:timers/promises';
import { type Pool } from 'pg';
import { type EventStore } from '@app/event-store';
import { type OrderLog, orderStreamPrefix } from '@app/order-log';
import { follow } from './follow.js';
import { releaseForgotten } from './release-forgotten.js';
import { type Resource } from './resource.js';
import { settleOrders } from './settle-orders.js';
import { transactions } from './transactions.js';
import { noteHolds } from './note-holds.js';

export interface ReservationsOptions {
  readonly pool: Pool;
  readonly eventStore: EventStore;
  readonly orderLog: OrderLog;
  readonly resources: readonly Resource[];
  /** Ends the work after the batches that are being worked on. */
  readonly signal: AbortSignal;
  /** Told of each failure; what failed is begun anew after a pause. */
  readonly onFailure: (error: unknown) => void;
  /** Told of an order that cannot be settled, while all others are; it keeps what it holds. */
  readonly onUnsettled: (orderId: string, error: unknown) => void;
}

const pauseMs = 1000;
const lookForForgottenEveryMs = 30_000;

/**
 * Settles reservations with what becomes of their orders, until `signal` aborts: what belongs to a cancelled order is
 * given back, and what no order followed within a quarter of an hour. Any number may run: whoever commits a batch
 * first has done it.
 */
export async function runReservations(options: ReservationsOptions): Promise<void> {
  const { pool, resources, signal } = options;
  const following = { ...options, transact: transactions(pool) };
  await Promise.all([
    untilAborted(options, () => follow(following, orderStreamPrefix, settleOrders(options))),
    ...resources.map((resource) =>
      untilAborted(options, () => follow(following, resource.prefix, noteHolds(resource))),
    ),
    untilAborted(options, async () => {
      await releaseForgotten(following);
      await setTimeout(lookForForgottenEveryMs, undefined, { signal }).catch(() => {});
    }),
  ]);
}

async function untilAborted(
  { signal, onFailure }: ReservationsOptions,
  work: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      onFailure(error);
      await setTimeout(pauseMs, undefined, { signal }).catch(() => {});
    }
  }
}
