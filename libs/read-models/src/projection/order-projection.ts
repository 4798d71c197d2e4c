import { LRUCache } from 'lru-cache';
import { type ClientBase, type Pool } from 'pg';
import {
  type EventStore,
  isBehind,
  type Position,
  type RecordedEvent,
  type SubscriptionBatch,
} from '@app/event-store';
import { orderStream, orderStreamPrefix } from '@app/order-log';
import { type Statement } from '../tables/table.js';
import { type OrderView } from '../views/order-view.js';
import { moveCheckpoint, readCheckpoint } from './checkpoint.js';
import { foldEvents, type OrderChange, type ProjectionFailure } from './fold-events.js';
import { park, readParked, unpark } from './parked-orders.js';
import { statementsFor } from './statements.js';
import { writeOrPark } from './write-or-park.js';

/** Most events of a batch: many rows per statement while there is much to catch up on. */
export const maxBatch = 5_000;

/**
 * Views at hand, so that the next events of the same orders need no reading. As many as two batches can have
 * orders: those of a batch that is still being written must be found here by the next one.
 */
const keptViews = 2 * maxBatch;

/** A batch that is folded and ready to be written. */
interface FoldedBatch {
  readonly changes: readonly OrderChange[];
  readonly statements: readonly Statement[];
  readonly failures: readonly ProjectionFailure[];
  readonly position: Position | undefined;
}

/**
 * Brings the tables after the log, a batch per transaction. While one is written the next can be folded.
 * After an error it is of no use any more: begin anew from the stored checkpoint.
 */
export class OrderProjection {
  private readonly views = new LRUCache<string, OrderView>({ max: keptViews });

  private constructor(
    private readonly pool: Pool,
    /** Used by nobody else. */
    private readonly client: ClientBase,
    private position: Position | undefined,
    private readonly parkedIds: Set<string>,
  ) {}

  static async resume(pool: Pool, client: ClientBase): Promise<OrderProjection> {
    return new OrderProjection(pool, client, await readCheckpoint(client), await readParked(client));
  }

  /** Everything up to here is in the tables, but for the orders that are parked. */
  get checkpoint(): Position | undefined {
    return this.position;
  }

  get parked(): number {
    return this.parkedIds.size;
  }

  async fold({ events, position }: Pick<SubscriptionBatch, 'events' | 'position'>): Promise<FoldedBatch> {
    const orders = byOrder(events);
    const views = await this.viewsOf(orders);
    const folded = [...orders].map(([orderId, next]) => foldEvents(orderId, views.get(orderId), next));
    const changes = folded.flatMap(({ change }) => change ?? []);
    const failures = folded.flatMap(({ failure }) => failure ?? []);
    for (const { orderId, after } of changes) this.views.set(orderId, after);
    return { changes, statements: statementsFor(changes), failures, position };
  }

  async write(batch: FoldedBatch): Promise<void> {
    await this.client.query('begin');
    await this.writeUnparked(batch);
    if (batch.position !== undefined) await moveCheckpoint(this.client, this.position, batch.position);
    await this.client.query('commit');
    this.position = batch.position;
  }

  /** Folds the parked orders once more: this version of the software may know what to do with their events. */
  async retryParked(eventStore: EventStore): Promise<void> {
    for (const orderId of [...this.parkedIds]) {
      const view = (await this.storedViews([orderId])).get(orderId);
      const events: RecordedEvent[] = [];
      for await (const event of eventStore.readStream(orderStream(orderId), {
        from: (view?.revision ?? -1) + 1,
      }))
        if (this.position !== undefined && !isBehind(event.position, this.position)) events.push(event);
      this.parkedIds.delete(orderId);
      const batch = await this.fold({ events, position: this.position });
      await this.client.query('begin');
      await unpark(this.client, orderId);
      await this.writeUnparked(batch);
      await this.client.query('commit');
    }
  }

  private async viewsOf(
    orders: ReadonlyMap<string, readonly RecordedEvent[]>,
  ): Promise<Map<string, OrderView>> {
    const kept = new Map<string, OrderView>();
    const others: string[] = [];
    for (const [orderId, events] of orders) {
      const view = this.views.get(orderId);
      if (view !== undefined) kept.set(orderId, view);
      else if (events[0]?.revision !== 0) others.push(orderId);
    }
    return others.length === 0 ? kept : new Map([...kept, ...(await this.storedViews(others))]);
  }

  private async storedViews(orderIds: readonly string[]): Promise<Map<string, OrderView>> {
    const { rows } = await this.pool.query<{ order_id: string; view: OrderView }>(
      'select order_id, view from order_details where order_id = any($1)',
      [orderIds],
    );
    return new Map(rows.map(({ order_id, view }) => [order_id, view]));
  }

  /** An order may have been parked since its next events were folded. */
  private async writeUnparked({ changes, statements, failures }: FoldedBatch): Promise<void> {
    const unparked = changes.filter(({ orderId }) => !this.parkedIds.has(orderId));
    const unwritten = await (unparked.length === changes.length
      ? writeOrPark(this.client, changes, statements)
      : writeOrPark(this.client, unparked));
    const parked = [...unwritten, ...failures];
    await park(this.client, parked);
    for (const { orderId } of parked) this.parkedIds.add(orderId);
  }
}

function byOrder(events: readonly RecordedEvent[]): Map<string, RecordedEvent[]> {
  const orders = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const orderId = event.stream.slice(orderStreamPrefix.length);
    const known = orders.get(orderId);
    if (known === undefined) orders.set(orderId, [event]);
    else known.push(event);
  }
  return orders;
}
