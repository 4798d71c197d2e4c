import {
  type EventStore,
  isOfServer,
  isTombstone,
  metadataStream,
  type RecordedEvent,
  refuseTruncated,
  StreamDamaged,
  type SubscriptionBatch,
} from '@app/event-store';
import { type Bookmark } from './bookmark.js';
import { type ParkedStreams } from './parked-streams.js';

export interface FollowOptions {
  readonly eventStore: EventStore;
  /** The streams that are followed begin with one of these. */
  readonly prefixes: readonly string[];
  readonly bookmark: Bookmark;
  readonly parked: ParkedStreams;
  /** Makes sure, before each connection is used, that the log is the one that was followed. */
  readonly verify: () => Promise<void>;
  /** Told why nothing comes, once per change of the reason, and undefined once it goes on. */
  readonly onTrouble?: (trouble: Error | undefined) => void;
  readonly maxBatch?: number;
  readonly signal: AbortSignal;
}

/** Events to be handled, or one stream to be set aside: never both. */
export interface FollowedBatch extends SubscriptionBatch {
  readonly damage?: StreamDamaged;
  /** A stream that was parked and may be whole again. */
  readonly mended?: string;
}

const metadataPrefix = metadataStream('');

/**
 * Follows the log from a bookmark on: events of the streams that are not parked, without what the server itself or a
 * projection wrote there. Where a stream is tombstoned, deleted or truncated, a batch of its own says so.
 */
export async function* followLog(options: FollowOptions): AsyncGenerator<FollowedBatch> {
  const { eventStore, prefixes, bookmark, parked, verify, onTrouble, maxBatch, signal } = options;
  const batches = eventStore.subscribe({
    after: bookmark.position,
    streamPrefixes: [...prefixes, ...prefixes.map(metadataStream)],
    beforeConnecting: verify,
    onTrouble,
    maxBatch,
    signal,
  });
  for await (const batch of batches) {
    let events: RecordedEvent[] = [];
    for (const event of batch.events) {
      if (!isOfServer(event) && !event.stream.startsWith(metadataPrefix)) {
        if (!parked.has(event.stream)) events.push(event);
        continue;
      }
      const found = await findingOf(event, options);
      if (found === undefined) continue;
      const before = events.at(-1);
      if (before !== undefined) yield { events, position: before.position, caughtUp: false };
      events = [];
      yield { events, position: event.position, caughtUp: false, ...found };
    }
    yield { ...batch, events };
  }
}

/** What an event of the server's says of one of the followed streams. */
async function findingOf(
  event: RecordedEvent,
  { eventStore, parked }: FollowOptions,
): Promise<Pick<FollowedBatch, 'damage' | 'mended'> | undefined> {
  const { stream } = event;
  if (isTombstone(event) && !stream.startsWith(metadataPrefix))
    return { damage: new StreamDamaged(stream, 0, 'tombstoned', 'it has been tombstoned.') };
  if (!stream.startsWith(metadataPrefix)) return undefined;
  const followed = stream.slice(metadataPrefix.length);
  try {
    await refuseTruncated(eventStore, followed);
    return parked.has(followed) ? { mended: followed } : undefined;
  } catch (error) {
    if (error instanceof StreamDamaged) return { damage: error };
    throw error;
  }
}
