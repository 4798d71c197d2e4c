import { type TestDatabase } from '@app/database/testing';
import { type EventStore, PostgresEventStore } from '@app/event-store';
import { encodeOrderEvent, OrderLog, orderStream } from '@app/order-log';
import { type OrderEvent } from '@app/ordering';
import { logEntriesOf } from './status-events-of.js';

/** An event log on PostgreSQL that histories can be written to as they are. */
export class OrderHistoryLog {
  readonly store: EventStore;
  readonly orderLog: OrderLog;

  constructor(database: TestDatabase) {
    this.store = new PostgresEventStore(database.pool);
    this.orderLog = new OrderLog(this.store);
  }

  /** Appends a part of an order's history behind what is there of it. */
  async append(history: readonly OrderEvent[], from = 0, to = history.length): Promise<void> {
    const entries = logEntriesOf(history).slice(from, to);
    const events = entries.map(({ id, event, metadata }) => encodeOrderEvent(id, event, metadata));
    const expected = from === 0 ? 'no-stream' : from - 1;
    const result = await this.store.append(orderStream(entries[0]!.orderId), expected, events);
    if (result.kind === 'conflict') throw new Error(`The order has revision ${result.actual} already.`);
  }
}
