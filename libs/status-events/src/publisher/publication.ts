import { withTransaction } from '@app/database';
import {
  furtherOf,
  type Position,
  positionAt,
  type RecordedEvent,
  StreamDamaged,
  understood,
} from '@app/event-store';
import {
  askRelease,
  type Checkpoint,
  checkpointAfter,
  DelayedSave,
  followLog,
  type ParkedStream,
  ParkedStreams,
  type Parking,
  parkingFor,
  readCheckpoint,
  refuseUnknown,
  retryParkedStreams,
  setCheckpoint,
  withReleases,
} from '@app/followers';
import { decodeOrderEvent, orderStream, orderStreamPrefix } from '@app/order-log';
import { type Turn } from '@app/workers';
import { toRecord } from '../contract/status-record.codec.js';
import { toStatusEvent } from '../contract/to-status-event.js';
import {
  type Published,
  publishedUpToHeader,
  type StatusLog,
  type StatusRecord,
} from '../status-log.port.js';
import { OrderFolds } from './order-folds.js';
import { endPublishing, type Publishing, startPublishing } from './publish-span.js';
import { type PublisherOptions } from './publisher-options.js';

/** The name of this follower of the log, and of its lock. */
export const publisher = 'publisher';

/** How long the checkpoint waits for the next one before it is saved, in ms. */
const saveAfterMs = 1_000;

/** One turn of being the publisher: from taking over to the first failure. */
export class Publication {
  private readonly folds: OrderFolds;
  /** The topic tells what is published; the table, a moment later, how far there was nothing to publish. */
  private readonly idle: DelayedSave<Checkpoint>;

  private constructor(
    private readonly options: PublisherOptions,
    private readonly turn: Turn,
    private checkpoint: Checkpoint,
    private readonly parked: ParkedStreams,
  ) {
    this.folds = new OrderFolds(options.orderLog);
    this.idle = new DelayedSave(
      (reached) => withTransaction(options.pool, (client) => setCheckpoint(client, publisher, reached)),
      saveAfterMs,
    );
  }

  static async resume(options: PublisherOptions, turn: Turn): Promise<Publication> {
    const { pool, statusLog, orderLog, onProgress } = options;
    const published = await statusLog.resume();
    const checkpoint = resumeAt(published, await readCheckpoint(pool, publisher));
    if (checkpoint.event !== undefined && published !== undefined)
      await refuseUnknown(orderLog.store, checkpoint.event, 'the topic of status events');
    onProgress?.({ position: checkpoint.position, events: 0 });
    return new Publication(options, turn, checkpoint, await ParkedStreams.of(pool, publisher));
  }

  /** Everything up to here is published, but for the orders that are parked. */
  get position(): Position | undefined {
    return this.checkpoint.position;
  }

  async run(): Promise<void> {
    await withReleases({
      pool: this.options.pool,
      follower: publisher,
      signal: this.turn.signal,
      retry: (parked) => this.retry(parked),
      follow: (until) => this.follow(until),
    }).finally(() => this.idle.flush());
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const { pool, orderLog, verifyLog: verify = async () => {} } = this.options;
    const failed = new AbortController();
    const batches = followLog({
      eventStore: orderLog.store,
      prefixes: [orderStreamPrefix],
      checkpoint: this.checkpoint,
      parked: this.parked,
      verify,
      onTrouble: this.turn.onTrouble,
      signal: AbortSignal.any([signal, failed.signal]),
    });
    // While one batch is being published, the next one is read.
    let publication = Promise.resolve();
    for await (const batch of batches) {
      const { events, position, damage, mended } = batch;
      const { coming, parkings } = await this.statusEventsOf(events);
      if (damage !== undefined && position !== undefined)
        parkings.push(parkingFor({ ...damage, position }, damage));
      await publication;
      // Before anything behind them is in the topic, which tells where to go on.
      await this.park(parkings);
      this.checkpoint = checkpointAfter(this.checkpoint, batch);
      publication = this.publish(coming, this.checkpoint);
      publication.catch(() => failed.abort());
      if (mended !== undefined) await askRelease(pool, mended);
    }
    await publication;
  }

  private async publish(coming: readonly Publishing[], checkpoint: Checkpoint): Promise<void> {
    if (coming.length > 0) await publishAll(this.options.statusLog, coming);
    this.idle.offer(checkpoint);
    this.turn.progressed();
    this.options.onProgress?.({ position: checkpoint.position, events: coming.length });
  }

  private async park(parkings: readonly Parking[]): Promise<void> {
    if (parkings.length > 0)
      await withTransaction(this.options.pool, (client) => this.parked.park(client, parkings));
  }

  private retry(parked: readonly ParkedStream[]): Promise<void> {
    const { pool, orderLog } = this.options;
    const { position } = this.checkpoint;
    return retryParkedStreams(parked, {
      eventStore: orderLog.store,
      upTo: position,
      release: async ({ stream, revision }, events) => {
        const waiting = events.filter((event) => event.revision >= revision);
        const { coming, parkings } = await this.statusEventsOf(waiting);
        if (coming.length > 0) await publishAll(this.options.statusLog, coming, position);
        await withTransaction(pool, async (client) => {
          await this.parked.unpark(client, stream);
          await this.parked.park(client, parkings);
        });
      },
      keep: (stream, damage) => withTransaction(pool, (client) => this.parked.keep(client, stream, damage)),
    });
  }

  /** What the events tell the world, up to where an order cannot be gone on with. */
  private async statusEventsOf(
    events: readonly RecordedEvent[],
  ): Promise<{ coming: Publishing[]; parkings: Parking[] }> {
    const coming: Publishing[] = [];
    const parkings = new Map<string, Parking>();
    for (const recorded of events) {
      if (parkings.has(recorded.stream)) continue;
      try {
        const entry = understood(recorded, decodeOrderEvent);
        const { before, after } = await this.folds.around(entry);
        coming.push(startPublishing(toStatusEvent(before, after, entry)));
      } catch (error) {
        if (!(error instanceof StreamDamaged)) throw error;
        parkings.set(recorded.stream, parkingFor(recorded, error));
      }
    }
    return { coming, parkings: [...parkings.values()] };
  }
}

/** Behind the newest record; and further where the table says that nothing was to be published for a while. */
function resumeAt(published: Published | undefined, remembered: Checkpoint): Checkpoint {
  if (published === undefined) return remembered.event === undefined ? remembered : {};
  const { key, sequence, eventId } = published.newest;
  const event = { stream: orderStream(key), revision: sequence - 1, id: eventId };
  const position = positionAt(published.position);
  return remembered.event?.id === eventId
    ? { position: furtherOf(position, remembered.position), event }
    : { position, event };
}

/** With `upTo` they are late: the topic has what came behind them up to there. */
async function publishAll(
  statusLog: StatusLog,
  coming: readonly Publishing[],
  upTo?: Position,
): Promise<void> {
  const records = coming.map(({ event }) => toRecord(event));
  try {
    await statusLog.publish(upTo === undefined ? records : records.map((record) => lateRecord(record, upTo)));
    endPublishing(coming);
  } catch (error) {
    endPublishing(coming, true);
    throw error;
  }
}

const lateRecord = (record: StatusRecord, upTo: Position): StatusRecord => ({
  ...record,
  headers: { ...record.headers, [publishedUpToHeader]: String(upTo.commit) },
});
