import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import {
  type EventStore,
  isOfServer,
  type Position,
  readHistories,
  readHistory,
  type StreamDamaged,
  Streams,
} from '@app/event-store';
import { evolve, type OrderEvent } from '@app/ordering';
import { traceparent } from '@app/telemetry';
import { type CommandRefusal } from './command-request.js';
import { type EventMetadata } from './event-metadata.js';
import { type FoldedOrder } from './folded-order.js';
import { type OrderEntry, orderStream, orderStreamPrefix } from './order-entry.js';
import { decodeOrderEvent, encodeOrderEvent } from './order-event.codec.js';
import { refuseSending } from './sending-refusal.js';

/** How many folded orders are kept at hand. */
const keptOrders = 10_000;

/** Events that wait are counted up to here: one more look at the log should not make a backlog worse. */
const countedAtMost = 1000;

/** How long they are counted, and how long the first of them is waited for, in ms. */
const countedForMs = 100;
const firstWithinMs = 1_000;

/** How far somebody is behind the end of the log. */
export interface LogLag {
  /** Events that wait, counted up to 1000. */
  readonly events: number;
  /** How long the oldest of them has been in the log; 0 where none waits. */
  readonly seconds: number;
}

/** The orders as they stand in the event log: histories, folds, and the whole log in its order. */
export class OrderLog extends Streams<FoldedOrder, OrderEvent, EventMetadata, CommandRefusal> {
  constructor(store: EventStore) {
    super(store, {
      prefix: orderStreamPrefix,
      decode: decodeOrderEvent,
      // A new id each time: by one made of the command's, the log would take what another process wrote for this.
      encode: (event, metadata) =>
        encodeOrderEvent(randomUUID(), event, { ...metadata, traceparent: traceparent() }),
      evolve: (folded, event, revision) => ({ order: evolve(folded?.order, event), revision }),
      kept: keptOrders,
      contended: refuseSending('too-much-contention'),
      commands: {
        of: ({ commandId, fingerprint }) => ({ id: commandId, fingerprint }),
        reused: refuseSending('idempotency-key-reused'),
      },
    });
  }

  /** The order's entries from a revision on; none where there is no such order. Throws `StreamDamaged` as `read` does. */
  async history(orderId: string, from = 0): Promise<OrderEntry[]> {
    const entries: OrderEntry[] = [];
    for await (const entry of this.entries(orderId, from)) entries.push(entry);
    return entries;
  }

  /** The same one by one, as far as they can be understood. */
  entries(orderId: string, from = 0): AsyncIterable<OrderEntry> {
    return readHistory(this.store, orderStream(orderId), from, decodeOrderEvent);
  }

  /** How far behind is who has handled everything up to `after`, as far as that can be told in a moment. */
  async lagBehind(after: Position | undefined): Promise<LogLag> {
    const lag = { events: 0, oldest: undefined as Date | undefined };
    const late = new AbortController();
    const counted = this.count(lag, after, late.signal);
    const atMost = (ms: number) => Promise.race([counted, setTimeout(ms, undefined, { ref: false })]);
    await atMost(countedForMs);
    // Else a slow engine would look like one without a lag.
    if (lag.events === 0) await atMost(firstWithinMs - countedForMs);
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
   * on, which `onDamage` is called with once. Holds the ids of all orders in memory, some 100 MB for a million.
   */
  everything(onDamage: (damage: StreamDamaged) => void = () => {}): AsyncIterable<OrderEntry> {
    const all = this.store.readAll({ streamPrefixes: [orderStreamPrefix] });
    return readHistories(all, decodeOrderEvent, onDamage);
  }
}
