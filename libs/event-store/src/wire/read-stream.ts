import { randomUUID } from 'node:crypto';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { StreamTombstoned } from '../event-store.port.js';
import { type ServedEventStore } from '../served-event-store.port.js';
import { unknownRequest } from './invalid-request.js';
import { toInteger, toRevision } from './numbers.js';
import { caughtUp, confirmation, firstRevision, lastRevision, notFound } from './read-messages.js';
import { type Reading } from './reading.js';
import { fromIdentifier } from './stream-name.js';

type StreamOptions = streams.ReadReq.Options.StreamOptions;

/** EventStoreDB reads a stream in pages of so many revisions. */
const PAGE = 32;

export async function* readStream(
  { store, give, direction, maxCount, reportsEnds: reportsEnds }: Reading,
  options: StreamOptions,
): AsyncGenerator<streams.ReadResp> {
  const start = startOf(options);
  const stream = fromIdentifier(options.getStreamIdentifier());
  const forwards = direction === 'forwards';
  if (maxCount === 0) throw unknownRequest('A read of 0 events is none.');
  if (forwards && start === 'end') throw unknownRequest('A read forwards cannot begin at the end.');
  const from = start === 'end' ? undefined : start;
  const view = reportsEnds ? await store.viewStream(stream) : undefined;
  if (forwards && from !== undefined && view?.state === 'present') {
    // Told where the first page has none: the stream has ended before it, or what is left of it begins behind it.
    if (from > view.head && from !== view.head + 1) yield firstRevision(view.head + 1);
    else if (from + Math.min(PAGE, maxCount) <= view.firstVisible) yield firstRevision(view.firstVisible);
  }
  let empty = true;
  for await (const event of store.readStream(stream, { from, direction, maxCount })) {
    empty = false;
    yield await give(event);
  }
  if (!empty && !view) return;
  const { state, head } = view ?? (await store.viewStream(stream));
  if (state === 'missing') yield notFound(stream);
  else if (reportsEnds) yield lastRevision(head);
}

/** The stream's events behind a revision, then those that come; the stream need not exist yet. */
export async function* subscribeToStream(
  { store, give, signal }: Reading,
  options: StreamOptions,
): AsyncGenerator<streams.ReadResp> {
  const start = options.hasStart() ? -1 : startOf(options);
  const stream = fromIdentifier(options.getStreamIdentifier());
  if ((await store.viewStream(stream)).state === 'tombstoned') throw new StreamTombstoned(stream);
  // What is written from here on comes from the log; what the stream shows twice is left out by its revision.
  const after = await store.lastPosition();
  let last = start === 'end' ? await lastVisible(store, stream) : start;
  yield confirmation(randomUUID());
  for await (const event of store.readStream(stream, { from: last + 1 })) {
    last = event.revision;
    yield await give(event);
  }
  yield caughtUp();
  for await (const { events } of store.follow({ after, streamPrefixes: [stream], signal })) {
    for (const event of events) {
      if (event.stream !== stream || event.revision <= last) continue;
      yield await give(event);
      if (event.type === '$streamDeleted') throw new StreamTombstoned(stream);
    }
  }
}

/** A revision, or 'end'. */
function startOf(options: StreamOptions): number | 'end' {
  if (options.hasEnd()) return 'end';
  if (options.hasStart()) return 0;
  if (!options.hasRevision()) throw unknownRequest('The read does not say where it begins.');
  const revision = toInteger(options.getRevision());
  return revision < 0n ? 'end' : toRevision(revision);
}

/** -1 when there is none. */
async function lastVisible(store: ServedEventStore, stream: string): Promise<number> {
  for await (const { revision } of store.readStream(stream, { direction: 'backwards', maxCount: 1 }))
    return revision;
  return -1;
}
