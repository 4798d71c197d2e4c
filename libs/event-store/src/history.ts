import {
  type AppendResult,
  type EventStore,
  type NewEvent,
  type RecordedEvent,
  StreamTombstoned,
} from './event-store.port.js';
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
      // A stream of links is a projection's, whatever it is called.
      if (recorded.revision === 0 && isOfServer(recorded) && !isTombstone(recorded)) return;
      yield nextOf(recorded, next, decode);
      next += 1;
    }
  } catch (error) {
    if (!(error instanceof StreamTombstoned)) throw error;
    throw tombstoned(stream, next, error);
  }
}

/** What `decode` makes of a stream's next event; `StreamDamaged` where it is another one, or is not understood. */
export function nextOf<T>(recorded: RecordedEvent, next: number, decode: (recorded: RecordedEvent) => T): T {
  const { stream, revision } = recorded;
  if (isTombstone(recorded)) throw tombstoned(stream, next);
  if (revision !== next) throw missing(stream, next, revision);
  return understood(recorded, decode);
}

const tombstoned = (stream: string, revision: number, cause?: StreamTombstoned): StreamDamaged =>
  new StreamDamaged(stream, revision, 'tombstoned', 'it has been tombstoned.', { cause });

/** What `decode` makes of an event; `StreamDamaged` where it throws. */
export function understood<T>(recorded: RecordedEvent, decode: (recorded: RecordedEvent) => T): T {
  try {
    if (isOfServer(recorded)) throw new Error('the server or a projection wrote it');
    if (recorded.stream.includes('\0')) throw new Error("the stream's name holds a null character");
    return decode(recorded);
  } catch (error) {
    throw StreamDamaged.byEvent(recorded, error);
  }
}

const missing = (stream: string, expected: number, found: number): StreamDamaged =>
  expected === 0
    ? new StreamDamaged(stream, 0, 'truncated', `its events before ${found} are deleted or hidden.`)
    : new StreamDamaged(stream, expected, 'gap', `event ${found} comes next.`);

/** Settings in a stream's metadata under which events are hidden, or vanish one by one. */
const retention = ['$tb', '$maxCount', '$maxAge'] as const;
type Retention = Readonly<Partial<Record<(typeof retention)[number], unknown>>>;

/** A deleted stream is truncated before the highest revision, 2^63-1, which a number holds only nearly. */
const deletedFrom = 2 ** 62;

/** Throws `StreamDamaged` where a stream's metadata hide its first events, or make events vanish without a further word. */
export async function refuseRetention(store: EventStore, stream: string): Promise<void> {
  const settings = await retentionOf(store, stream);
  const [setting] = retention.filter((name) => settings[name]);
  if (setting === '$tb' && Number(settings.$tb) >= deletedFrom)
    throw new StreamDamaged(stream, 0, 'truncated', 'it has been deleted, which nothing takes back.');
  if (setting !== undefined)
    throw new StreamDamaged(
      stream,
      0,
      'truncated',
      `events are hidden, or vanish, under the setting ${setting}.`,
    );
}

/** The stream's retention settings; none where it has no metadata, or such that are no JSON. */
async function retentionOf(store: EventStore, stream: string): Promise<Retention> {
  const newest = store.readStream(metadataStream(stream), { direction: 'backwards', maxCount: 1 });
  try {
    for await (const { data } of newest) return parsed(data);
    return {};
  } catch (error) {
    if (!(error instanceof StreamTombstoned)) throw error;
    throw tombstoned(stream, 0, error);
  }
}

function parsed(data: Buffer): Retention {
  try {
    return (JSON.parse(data.toString()) as Retention | null) ?? {};
  } catch {
    return {};
  }
}

/** Looks whether a stream still begins with its first event, and will. Throws `StreamDamaged` where it does not. */
export async function refuseTruncated(store: EventStore, stream: string): Promise<void> {
  for await (const _ of readHistory(store, stream, 0, () => undefined)) break;
  await refuseRetention(store, stream);
}

/**
 * Appends behind what is known of a history. Throws `StreamDamaged` where the stream is tombstoned, and where a new
 * history was begun on one that had events before: there the events were written, but nobody can read them.
 */
export async function appendHistory(
  store: EventStore,
  stream: string,
  known: number | undefined,
  events: readonly NewEvent[],
): Promise<AppendResult> {
  try {
    const result = await store.append(stream, known ?? 'no-stream', events);
    const first = result.kind === 'appended' ? result.revision - events.length + 1 : 0;
    if (known === undefined && first > 0) throw missing(stream, 0, first);
    return result;
  } catch (error) {
    if (!(error instanceof StreamTombstoned)) throw error;
    throw tombstoned(stream, (known ?? -1) + 1, error);
  }
}
