import { type EventStore, type RecordedEvent, StreamTombstoned } from './event-store.port.js';
import { StreamDamaged } from './stream-damaged.js';

/** Whether the server itself or one of its projections wrote the event: a link, metadata, a tombstone. */
export const isOfServer = ({ type }: Pick<RecordedEvent, 'type'>): boolean => type.startsWith('$');

/** Whether the event ends its stream for good. */
export const isTombstone = ({ type }: Pick<RecordedEvent, 'type'>): boolean => type === '$streamDeleted';

/** The metadata of the stream `a` are the events of the stream `$$a`. */
export const metadataStream = (stream: string): string => `$$${stream}`;

/**
 * A stream's events from a revision on, understood one by one. Throws `StreamDamaged` where the history breaks off: the
 * stream is tombstoned, its beginning is gone, a revision is missing, or `decode` throws.
 */
export async function* readHistory<T>(
  store: EventStore,
  stream: string,
  from: number,
  decode: (recorded: RecordedEvent) => T,
): AsyncGenerator<T> {
  let next = from;
  try {
    for await (const recorded of store.readStream(stream, { from })) {
      if (recorded.revision !== next) throw missing(stream, next, recorded.revision);
      yield understood(recorded, decode);
      next += 1;
    }
  } catch (error) {
    if (!(error instanceof StreamTombstoned)) throw error;
    throw new StreamDamaged(stream, next, 'tombstoned', 'it has been tombstoned.', { cause: error });
  }
}

/** What `decode` makes of an event; `StreamDamaged` where it throws. */
export function understood<T>(recorded: RecordedEvent, decode: (recorded: RecordedEvent) => T): T {
  try {
    return decode(recorded);
  } catch (error) {
    throw StreamDamaged.byEvent(recorded, error);
  }
}

const missing = (stream: string, expected: number, found: number): StreamDamaged =>
  expected === 0
    ? new StreamDamaged(stream, 0, 'truncated', `its events before ${found} are deleted or hidden.`)
    : new StreamDamaged(stream, expected, 'gap', `event ${found} comes next.`);

/** Settings in a stream's metadata under which events are hidden and vanish. */
interface Retention {
  readonly $tb?: unknown;
  readonly $maxCount?: unknown;
  readonly $maxAge?: unknown;
}

/** Throws `StreamDamaged` where a stream reads as empty because its events are hidden, not because it was never written. */
export async function refuseHidden(store: EventStore, stream: string): Promise<void> {
  const { $tb, $maxCount, $maxAge } = await retentionOf(store, stream);
  if ($tb || $maxCount || $maxAge)
    throw new StreamDamaged(stream, 0, 'truncated', 'all its events are deleted or hidden.');
}

/** The stream's retention settings; none where it has no metadata, or such that are no JSON. */
async function retentionOf(store: EventStore, stream: string): Promise<Retention> {
  const newest = store.readStream(metadataStream(stream), { direction: 'backwards', maxCount: 1 });
  for await (const { data } of newest) return parsed(data);
  return {};
}

function parsed(data: Buffer): Retention {
  try {
    return (JSON.parse(data.toString()) as Retention | null) ?? {};
  } catch {
    return {};
  }
}

/**
 * Looks whether a stream still begins with its first event. Throws `StreamDamaged` where it does not, or will not:
 * under `$maxAge` its events vanish one by one.
 */
export async function refuseTruncated(store: EventStore, stream: string): Promise<void> {
  let empty = true;
  for await (const _ of readHistory(store, stream, 0, () => undefined)) {
    empty = false;
    break;
  }
  if (empty) await refuseHidden(store, stream);
  if ((await retentionOf(store, stream)).$maxAge)
    throw new StreamDamaged(stream, 0, 'truncated', 'its events vanish under the setting $maxAge.');
}
