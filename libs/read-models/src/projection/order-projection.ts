import { LRUCache } from 'lru-cache';
import pMap from 'p-map';
import { type ClientBase, type Pool } from 'pg';
import {
  type EventStore,
  type Position,
  type RecordedEvent,
  type StreamDamaged,
  StreamTombstoned,
} from '@app/event-store';
import {
  type Checkpoint,
  checkpointAfter,
  type FollowLogBatch,
  moveCheckpoint,
  type ParkedStream,
  ParkedStreams,
  type Parking,
  parkingFor,
  readCheckpoint,
  retryParkedStreams,
} from '@app/followers';
import { orderStream, orderStreamPrefix } from '@app/order-log';
import { type Statement } from '../tables/table.js';
import { type LiveTables, liveTables, ReadModelsReplaced, refuseNewer } from '../versions/live-tables.js';
import { version } from '../versions/version.js';
import { type OrderView } from '../views/order-view.js';
import { foldEvents, type OrderChange } from './fold-events.js';
import { statementsFor } from './statements.js';
import { writeOrPark } from './write-or-park.js';

/** The name of this follower of the log. */
export const projector = 'projector';

/** Most events of a batch: many rows per statement while there is much to catch up on. */
export const maxBatch = 5_000;

/**
 * Views at hand, so that the next events of the same orders need no reading. As many as two batches can have
 * orders: those of a batch that is still being written must be found here by the next one.
 */
const keptViews = 2 * maxBatch;

/** Histories that are read at the same time where stored views are of an older version. */
const historiesAtOnce = 16;

/** Events that are folded and ready to be written. */
interface FoldedEvents {
  readonly changes: readonly OrderChange[];
  readonly statements: readonly Statement[];
  readonly parkings: readonly Parking[];
}

/** A batch with where the projection stands when it is written. */
interface FoldedBatch extends FoldedEvents {
  readonly checkpoint: Checkpoint;
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
    private readonly eventStore: EventStore,
    private readonly tables: LiveTables,
    /** What is in the tables. */
    private stored: Checkpoint,
    readonly parked: ParkedStreams,
    /** What is folded. */
    private folded = stored,
  ) {}

  /** Throws where a newer release has built the tables. */
  static async resume(pool: Pool, client: ClientBase, eventStore: EventStore): Promise<OrderProjection> {
    const checkpoint = await readCheckpoint(client, projector);
    // Tables without rows are of any version.
    if (checkpoint.position === undefined)
      await client.query('update read_models set version = $1', [version]);
    const tables = await liveTables(client);
    refuseNewer(tables);
    const parked = await ParkedStreams.of(client, projector);
    return new OrderProjection(pool, client, eventStore, tables, checkpoint, parked);
  }

  /** Whether the tables hold rows of an older version. They are kept up all the same, until others replace them. */
  get outdated(): boolean {
    return this.tables.version < version;
  }

  /** Everything up to here is in the tables, but for the orders that are parked. */
  get checkpoint(): Checkpoint {
    return this.stored;
  }

  async fold(batch: Pick<FollowLogBatch, 'events' | 'position' | 'damage'>): Promise<FoldedBatch> {
    const { events, position, damage } = batch;
    const folded = await this.foldEvents(events);
    this.folded = checkpointAfter(this.folded, batch);
    const checkpoint = this.folded;
    if (damage === undefined || position === undefined) return { ...folded, checkpoint };
    return {
      ...folded,
      parkings: [...folded.parkings, await this.parkingOf(damage, position)],
      checkpoint,
    };
  }

  async write(batch: FoldedBatch): Promise<void> {
    await this.begin();
    await this.writeUnparked(batch);
    await moveCheckpoint(this.client, projector, this.stored, batch.checkpoint);
    await this.client.query('commit');
    this.stored = batch.checkpoint;
  }

  /** Folds parked orders once more: they were mended, or this version of the software may know what to do. */
  retry(parked: readonly ParkedStream[]): Promise<void> {
    return retryParkedStreams(parked, {
      eventStore: this.eventStore,
      upTo: this.stored.position,
      release: ({ stream }, events) => this.release(stream, events),
      keep: (stream, damage) => this.parked.keep(this.client, stream, damage),
    });
  }

  /** Nobody replaces the tables before the commit. Throws `ReadModelsReplaced` where somebody has. */
  private async begin(): Promise<void> {
    await this.client.query('begin; lock table read_models in row exclusive mode');
    if ((await liveTables(this.client)).id === this.tables.id) return;
    await this.client.query('rollback');
    throw new ReadModelsReplaced();
  }

  private async release(stream: string, events: readonly RecordedEvent[]): Promise<void> {
    this.views.delete(orderIdOf(stream));
    const folded = await this.foldEvents(events);
    await this.begin();
    await this.parked.unpark(this.client, stream);
    await this.writeUnparked(folded);
    await this.client.query('commit');
  }

  private async foldEvents(events: readonly RecordedEvent[]): Promise<FoldedEvents> {
    const orders = byOrder(events);
    const views = await this.viewsOf(orders);
    const folded = [...orders].map(([orderId, next]) => foldEvents(orderId, views.get(orderId), next));
    const changes = folded.flatMap(({ change }) => change ?? []);
    const parkings = folded.flatMap(({ failure }) => failure ?? []);
    for (const { orderId, after } of changes) this.views.set(orderId, after);
    return { changes, statements: statementsFor(changes), parkings };
  }

  /** What comes next of the order is not there, or hidden. */
  private async parkingOf(damage: StreamDamaged, position: Position): Promise<Parking> {
    const orderId = orderIdOf(damage.stream);
    const view = this.views.get(orderId) ?? (await this.storedViews([orderId])).get(orderId);
    return parkingFor({ stream: damage.stream, revision: (view?.revision ?? -1) + 1, position }, damage);
  }

  private async viewsOf(
    orders: ReadonlyMap<string, readonly RecordedEvent[]>,
  ): Promise<Map<string, OrderView>> {
    const kept = new Map<string, OrderView>();
    const others = new Map<string, number>();
    for (const [orderId, [first]] of orders) {
      const view = this.views.get(orderId);
      if (view !== undefined) kept.set(orderId, view);
      else if (first!.revision > 0) others.set(orderId, first!.revision);
    }
    if (others.size === 0) return kept;
    const found = this.outdated ? this.foldedViews(others) : this.storedViews([...others.keys()]);
    return new Map([...kept, ...(await found)]);
  }

  /** The views of orders before a revision each, where those that are stored cannot be folded on. */
  private async foldedViews(orders: ReadonlyMap<string, number>): Promise<Map<string, OrderView>> {
    const views = new Map<string, OrderView>();
    const fold = async ([orderId, before]: [string, number]): Promise<void> => {
      const events: RecordedEvent[] = [];
      try {
        for await (const event of this.eventStore.readStream(orderStream(orderId), { maxCount: before }))
          if (event.revision < before) events.push(event);
      } catch (error) {
        if (!(error instanceof StreamTombstoned)) throw error;
      }
      const view = foldEvents(orderId, undefined, events).change?.after;
      if (view !== undefined) views.set(orderId, view);
    };
    await pMap(orders, fold, { concurrency: historiesAtOnce });
    return views;
  }

  private async storedViews(orderIds: readonly string[]): Promise<Map<string, OrderView>> {
    const { rows } = await this.pool.query<{ order_id: string; view: OrderView }>(
      'select order_id, view from order_details where order_id = any($1)',
      // PostgreSQL takes no null character, and no order has one in its id.
      [orderIds.filter((orderId) => !orderId.includes('\0'))],
    );
    return new Map(rows.map(({ order_id, view }) => [order_id, view]));
  }

  /** An order may have been parked since its next events were folded. */
  private async writeUnparked({ changes, statements, parkings }: FoldedEvents): Promise<void> {
    const unparked = changes.filter(({ orderId }) => !this.parked.has(orderStream(orderId)));
    const unwritten = await (unparked.length === changes.length
      ? writeOrPark(this.client, changes, statements)
      : writeOrPark(this.client, unparked));
    await this.parked.park(this.client, [...unwritten, ...parkings]);
  }
}

const orderIdOf = (stream: string): string => stream.slice(orderStreamPrefix.length);

function byOrder(events: readonly RecordedEvent[]): Map<string, RecordedEvent[]> {
  const orders = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const orderId = orderIdOf(event.stream);
    const known = orders.get(orderId);
    if (known === undefined) orders.set(orderId, [event]);
    else known.push(event);
  }
  return orders;
}
