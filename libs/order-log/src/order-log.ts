import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import {
  type EventStore,
  isOfServer,
  type Position,
  readHistories,
  readHistory,
  refuseRetention,
  type StreamDamaged,
} from '@app/event-store';
import { type FoldedOrder, foldEntries } from './folded-order.js';
import { type OrderEntry, orderStream, orderStreamPrefix } from './order-entry.js';
import { decode } from './order-event.codec.js';

/** How many folded orders are kept at hand; an order that is not among them is read from its stream. */
const keptOrders = 10_000;

/** Events that wait are counted up to here: one more look at the log should not make a backlog worse. */
const countedAtMost = 1000;

/** How long they are counted, in ms. */
const countedForMs = 100;

/** How far somebody is behind the end of the log. */
export interface LogLag {
  /** Events that wait, counted up to 1000. */
  readonly events: number;
  /** How long the oldest of them has been in the log; 0 where none waits. */
  readonly seconds: number;
}

/** The orders as they stand in the event log: histories, folds, and the whole log in its order. */
export class OrderLog {
  private readonly kept = new LRUCache<string, FoldedOrder>({ max: keptOrders });
  private readonly unkept = new LRUCache<string, true>({ max: keptOrders });

  constructor(readonly store: EventStore) {}

  /** The order as last seen by this process, which may be behind the stream. */
  lastSeen(orderId: string): FoldedOrder | undefined {
    return this.kept.get(orderId);
  }

  /**
   * The order as its stream has it now; only what this process has not seen yet is read.
   * Throws `StreamDamaged` where its history cannot be understood.
   */
  async read(orderId: string): Promise<FoldedOrder | undefined> {
    const seen = this.kept.get(orderId);
    const [entries] = await Promise.all([
      this.history(orderId, (seen?.revision ?? -1) + 1),
      seen === undefined ? refuseRetention(this.store, orderStream(orderId)) : undefined,
    ]);
    const folded = foldEntries(seen, entries);
    if (folded !== undefined) this.keep(folded);
    return folded;
  }

  /**
   * Something other than appends has happened to the stream: from now on it is read anew each time, since a reading
   * that is under way may be of before.
   */
  forget(orderId: string): void {
    this.unkept.set(orderId, true);
    this.kept.delete(orderId);
  }

  /** Reads every order anew from its stream when it is next asked for. */
  forgetAll(): void {
    this.kept.clear();
  }

  /** Remembers a fold, unless a newer one of the same order is known. */
  keep(folded: FoldedOrder): void {
    const { orderId } = folded.order;
    if (this.unkept.has(orderId)) return;
    const known = this.kept.get(orderId);
    if (known === undefined || known.revision < folded.revision) this.kept.set(orderId, folded);
  }

  /** The order's entries from a revision on; none where there is no such order. Throws `StreamDamaged` as `read` does. */
  async history(orderId: string, from = 0): Promise<OrderEntry[]> {
    const entries: OrderEntry[] = [];
    for await (const entry of this.entries(orderId, from)) entries.push(entry);
    return entries;
  }

  /** The same one by one, as far as they can be understood. */
  entries(orderId: string, from = 0): AsyncIterable<OrderEntry> {
    return readHistory(this.store, orderStream(orderId), from, decode);
  }

  /** How far behind is who has handled everything up to `after`, as far as that can be told in a tenth of a second. */
  async lagBehind(after: Position | undefined): Promise<LogLag> {
    const lag = { events: 0, oldest: undefined as Date | undefined };
    const late = new AbortController();
    await Promise.race([
      this.count(lag, after, late.signal),
      setTimeout(countedForMs, undefined, { ref: false }),
    ]);
    late.abort();
    // The clock of the log may be ahead of this one.
    const seconds = lag.oldest === undefined ? 0 : Math.max(0, Date.now() - lag.oldest.getTime()) / 1000;
    return { events: lag.events, seconds };
  }

  private async count(
    lag: { events: number; oldest: Date | undefined },
    after: Position | undefined,
    late: AbortSignal,
  ): Promise<void> {
    const waiting = this.store.readAll({
      after,
      streamPrefixes: [orderStreamPrefix],
      maxCount: countedAtMost,
    });
    for await (const event of waiting) {
      if (late.aborted) return;
      if (isOfServer(event)) continue;
      lag.oldest ??= event.created;
      lag.events += 1;
    }
  }

  /**
   * Every entry of every order in the order of the log, up to its end. An order is left out from the damage of its history
   * on, which `onDamage` is told once. Holds the ids of all orders in memory, some 100 MB for a million.
   */
  everything(onDamage: (damage: StreamDamaged) => void = () => {}): AsyncIterable<OrderEntry> {
    const all = this.store.readAll({ streamPrefixes: [orderStreamPrefix] });
    return readHistories(all, decode, onDamage);
  }
}
