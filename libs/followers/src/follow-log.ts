import { LRUCache } from 'lru-cache';
import {
  type EventStore,
  isOfServer,
  isTombstone,
  metadataStream,
  type RecordedEvent,
  refuseTruncated,
  StreamDamaged,
  StreamTombstoned,
  type SubscriptionBatch,
  understood,
} from '@app/event-store';
import { type Checkpoint } from './checkpoint.js';
import { type ParkedStreams } from './parked-streams.js';

export interface FollowLogOptions {
  readonly eventStore: EventStore;
  /** The streams that are followed begin with one of these. */
  readonly prefixes: readonly string[];
  readonly checkpoint: Checkpoint;
  readonly parked: ParkedStreams;
  /** Makes sure, before each connection is used, that the log is the one that was followed. */
  readonly verify: () => Promise<void>;
  /** Called with why nothing comes, once per change of the reason, and undefined once it goes on. */
  readonly onTrouble?: (trouble: Error | undefined) => void;
  readonly maxBatch?: number;
  readonly signal: AbortSignal;
}

/** Events to be handled, or one stream to be set aside: never both. */
export interface FollowLogBatch extends SubscriptionBatch {
  readonly damage?: StreamDamaged;
  /** A stream that was parked and may be whole again. */
  readonly mended?: string;
}

const metadataPrefix = metadataStream('');

/**
 * Follows the log from a checkpoint on: events of the streams that are not parked, without what the server itself or a
 * projection wrote there. Where a stream is tombstoned, deleted or truncated, a batch of its own says so.
 */
export async function* followLog(options: FollowLogOptions): AsyncGenerator<FollowLogBatch> {
  const {
    eventStore,
    prefixes,
    checkpoint: checkpoint,
    parked,
    verify,
    onTrouble,
    maxBatch,
    signal,
  } = options;
  const batches = eventStore.subscribe({
    after: checkpoint.position,
    streamPrefixes: [...prefixes, ...prefixes.map(metadataStream)],
    beforeConnecting: verify,
    onTrouble,
    maxBatch,
    signal,
  });
  const ofProjections = new LRUCache<string, true>({ max: 1_000 });
  for await (const batch of batches) {
    let events: RecordedEvent[] = [];
    for (const event of batch.events) {
      if (!isOfServer(event) && !event.stream.startsWith(metadataPrefix) && !event.stream.includes('\0')) {
        if (!parked.has(event.stream)) events.push(event);
        continue;
      }
      const found = await findingOf(event, options, ofProjections);
      if (found === undefined) continue;
      const before = events.at(-1);
      if (before !== undefined) yield { events, position: before.position, caughtUp: false };
      events = [];
      yield { events, position: event.position, caughtUp: false, ...found };
    }
    yield { ...batch, events };
  }
}

/** A link, or an event of nobody's: a stream that begins with one is a projection's, and in any other it is in the way. */
async function foreignIn(
  event: RecordedEvent,
  eventStore: EventStore,
  parked: ParkedStreams,
  ofProjections: LRUCache<string, true>,
): Promise<Pick<FollowLogBatch, 'damage'> | undefined> {
  const { stream, revision } = event;
  if (parked.has(stream) || ofProjections.has(stream)) return undefined;
  const first = revision === 0 ? event : await firstOf(eventStore, stream);
  if (first !== undefined && isOfServer(first)) {
    ofProjections.set(stream, true);
    return undefined;
  }
  try {
    understood(event, () => undefined);
    return undefined;
  } catch (error) {
    return { damage: error as StreamDamaged };
  }
}

async function firstOf(eventStore: EventStore, stream: string): Promise<RecordedEvent | undefined> {
  try {
    for await (const first of eventStore.readStream(stream, { maxCount: 1 })) return first;
  } catch (error) {
    if (!(error instanceof StreamTombstoned)) throw error;
  }
  return undefined;
}

/** What an event of the server's says of one of the followed streams. */
async function findingOf(
  event: RecordedEvent,
  { eventStore, parked }: FollowLogOptions,
  ofProjections: LRUCache<string, true>,
): Promise<Pick<FollowLogBatch, 'damage' | 'mended'> | undefined> {
  const { stream } = event;
  if (isTombstone(event) && !stream.startsWith(metadataPrefix))
    return { damage: new StreamDamaged(stream, 0, 'tombstoned', 'it has been tombstoned.') };
  if (!stream.startsWith(metadataPrefix)) return foreignIn(event, eventStore, parked, ofProjections);
  const followed = stream.slice(metadataPrefix.length);
  try {
    await refuseTruncated(eventStore, followed);
    return parked.has(followed) ? { mended: followed } : undefined;
  } catch (error) {
    if (error instanceof StreamDamaged) return { damage: error };
    throw error;
  }
}
