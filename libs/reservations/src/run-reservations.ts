import { setTimeout } from 'node:timers/promises';
import { type ClientBase, type Pool } from 'pg';
import { noticeWhenVanished } from '@app/database';
import { type EventStore } from '@app/event-store';
import { becomeOnly } from '@app/followers';
import { type OrderLog, orderStreamPrefix } from '@app/order-log';
import { follow } from './follow.js';
import { noteHolds } from './note-holds.js';
import { releaseForgotten } from './release-forgotten.js';
import { type Resource } from './resource.js';
import { settleOrders } from './settle-orders.js';
import { transactionsOn } from './transactions.js';

export interface ReservationsOptions {
  /** One of its connections is used as long as reservations are followed. */
  readonly pool: Pool;
  readonly eventStore: EventStore;
  /** Makes sure, before each connection is used, that the log is the one that was followed. */
  readonly verifyLog?: () => Promise<void>;
  /** Told why nothing comes from the event log, once per change of the reason, and undefined once it goes on. */
  readonly onTrouble?: (trouble: Error | undefined) => void;
  readonly orderLog: OrderLog;
  readonly resources: readonly Resource[];
  /** Ends the work after the batches that are being worked on. */
  readonly signal: AbortSignal;
  /** Told of each failure; the work is begun anew from its checkpoints after a pause. */
  readonly onFailure: (error: unknown) => void;
  /** Told of an order that cannot be read, while all others are settled; it keeps what it holds. */
  readonly onUnsettled: (orderId: string, error: unknown) => void;
}

const pauseMs = 1000;
const lookForForgottenEveryMs = 30_000;

/**
 * Settles reservations with what becomes of their orders, until `signal` aborts: what belongs to a cancelled order is
 * given back, and what no order followed within a quarter of an hour. Any number may run: one works, the others wait
 * to take over. Whatever kills it, it goes on from checkpoints, and what is settled twice is settled once.
 */
export async function runReservations(options: ReservationsOptions): Promise<void> {
  const { pool, signal, onFailure } = options;
  while (!signal.aborted) {
    try {
      const client = await pool.connect();
      try {
        await noticeWhenVanished(client);
        if (await becomeOnly(client, 'reservations', signal)) await settleOn(client, options);
      } finally {
        // Closed rather than given back: with it end the lock and whatever was not committed.
        client.release(true);
      }
    } catch (error) {
      onFailure(error);
      await setTimeout(pauseMs, undefined, { signal }).catch(() => {});
    }
  }
}

/** Follows orders and resources, and looks for what was forgotten, until the signal aborts or one of these fails. */
async function settleOn(client: ClientBase, options: ReservationsOptions): Promise<void> {
  const failed = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal]);
  const followed = { ...options, signal, transact: transactionsOn(client) };
  const parts = [
    follow(followed, orderStreamPrefix, settleOrders(options)),
    // All follow one log: what is wrong with it is told once.
    ...options.resources.map((resource) =>
      follow({ ...followed, onTrouble: undefined }, resource.prefix, noteHolds(resource)),
    ),
    lookForForgotten(followed),
  ];
  for (const part of parts) part.catch(() => failed.abort());
  const ended = await Promise.allSettled(parts);
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}

async function lookForForgotten(
  options: Parameters<typeof releaseForgotten>[0] & { readonly signal: AbortSignal },
): Promise<void> {
  while (!options.signal.aborted) {
    await releaseForgotten(options);
    await setTimeout(lookForForgottenEveryMs, undefined, { signal: options.signal }).catch(() => {});
  }
}
