import { type Pool } from 'pg';
import { type Session } from '@app/database';
import { type EventStore } from '@app/event-store';
import { hasMore } from '@app/followers';
import { type OrderLog, orderStreamPrefix } from '@app/order-log';
import { asTheOnlyOne, together, type Turn, waitFor, type Work } from '@app/workers';
import { followerOf, followResource } from './follow-resource.js';
import { noteReservations } from './note-reservations.js';
import { releaseForgotten } from './release-forgotten.js';
import { type Resource } from './resource.js';
import { settleOrders } from './settle-orders.js';
import { transactionsOn } from './transactions.js';

export interface ReservationsOptions {
  readonly pool: Pool;
  readonly eventStore: EventStore;
  /** Makes sure, before each connection is used, that the log is the one that was followed. */
  readonly verifyLog?: () => Promise<void>;
  readonly orderLog: OrderLog;
  readonly resources: readonly Resource[];
  /** Called with an order that cannot be read, while all others are settled; it keeps what it holds. */
  readonly onUnsettled: (orderId: string, error: unknown) => void;
}

/** The name of the work, and of its lock. */
const reservations = 'reservations';

const lookForForgottenEveryMs = 30_000;

/**
 * Settles reservations with what becomes of their orders: what belongs to a cancelled order is given back, and what no
 * order followed within a quarter of an hour. Any number may run: one works, the others wait to take over. Whatever
 * kills it, it goes on from checkpoints, and what is settled twice is settled once.
 */
export function reservationWork(options: ReservationsOptions): Work {
  const { pool, eventStore, resources } = options;
  const prefixes = [orderStreamPrefix, ...resources.map(({ prefix }) => prefix)];
  return {
    name: reservations,
    async hasMore() {
      for (const prefix of prefixes)
        if (await hasMore(pool, eventStore, followerOf(prefix), prefix)) return true;
      return false;
    },
    run: (turn) =>
      asTheOnlyOne(pool, reservations, turn, (leading, session) => settle(options, leading, session)),
  };
}

/** Follows orders and resources, and looks for what was forgotten. */
function settle(options: ReservationsOptions, turn: Turn, session: Session): Promise<void> {
  const transact = transactionsOn(session);
  const followed = { ...options, transact };
  return together(
    turn.signal,
    (signal) =>
      followResource({ ...followed, turn: { ...turn, signal } }, orderStreamPrefix, settleOrders(options)),
    // All follow one log: what is wrong with it is told once.
    ...options.resources.map((resource) => (signal: AbortSignal) => {
      const quiet = { ...turn, signal, onTrouble: () => {} };
      return followResource({ ...followed, turn: quiet }, resource.prefix, noteReservations(resource));
    }),
    (signal) => lookForForgotten({ ...followed, signal }),
  );
}

async function lookForForgotten(
  options: Parameters<typeof releaseForgotten>[0] & { readonly signal: AbortSignal },
): Promise<void> {
  while (!options.signal.aborted) {
    await releaseForgotten(options);
    await waitFor(lookForForgottenEveryMs, options.signal);
  }
}
