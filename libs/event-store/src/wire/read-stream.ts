import { randomUUID } from 'node:crypto';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { StreamTombstoned } from '../event-store.port.js';
import { type ServedEventStore } from '../served-event-store.port.js';
import { toRevision } from './numbers.js';
import { caughtUp, confirmation, notFound, type ReadMessages } from './read-messages.js';
import { fromIdentifier } from './stream-name.js';

type StreamOptions = streams.ReadReq.Options.StreamOptions;

export async function* readStream(
  store: ServedEventStore,
  messages: ReadMessages,
  options: StreamOptions,
  direction: 'forwards' | 'backwards',
  maxCount: number,
): AsyncGenerator<streams.ReadResp> {
  const stream = fromIdentifier(options.getStreamIdentifier());
  let empty = true;
  for await (const event of store.readStream(stream, {
    from: startOf(options, direction),
    direction,
    maxCount,
  })) {
    empty = false;
    yield messages.event(event);
  }
  if (!empty) return;
  const state = await store.streamState(stream);
  if (state === 'tombstoned') throw new StreamTombstoned(stream);
  if (state === 'missing') yield notFound(stream);
}

/** The stream's events behind a revision, then those that come; the stream need not exist yet. */
export async function* subscribeToStream(
  store: ServedEventStore,
  messages: ReadMessages,
  options: StreamOptions,
  signal: AbortSignal,
): AsyncGenerator<streams.ReadResp> {
  const stream = fromIdentifier(options.getStreamIdentifier());
  if ((await store.streamState(stream)) === 'tombstoned') throw new StreamTombstoned(stream);
  // What is written from here on comes from the log; what the stream shows twice is left out by its revision.
  const after = await store.lastPosition();
  let last = await lastSeen(store, stream, options);
  yield confirmation(randomUUID());
  for await (const event of store.readStream(stream, { from: last + 1 })) {
    last = event.revision;
    yield messages.event(event);
  }
  yield caughtUp();
  for await (const { events } of store.subscribe({ after, streamPrefixes: [stream], signal })) {
    for (const event of events) {
      if (event.stream !== stream || event.revision <= last) continue;
      if (event.type === '$streamDeleted') throw new StreamTombstoned(stream);
      yield messages.event(event);
    }
  }
}

function startOf(options: StreamOptions, direction: 'forwards' | 'backwards'): number | undefined {
  if (options.hasRevision()) return toRevision(options.getRevision());
  if (options.hasEnd()) return direction === 'forwards' ? Number.MAX_SAFE_INTEGER : undefined;
  return direction === 'forwards' ? undefined : 0;
}

/** Revision of the last event that the subscriber has or does not want, -1 when it wants all. */
async function lastSeen(store: ServedEventStore, stream: string, options: StreamOptions): Promise<number> {
  if (options.hasRevision()) return toRevision(options.getRevision());
  if (!options.hasEnd()) return -1;
  for await (const { revision } of store.readStream(stream, { direction: 'backwards', maxCount: 1 }))
    return revision;
  return -1;
}
