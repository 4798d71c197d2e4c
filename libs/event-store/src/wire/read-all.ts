import { randomUUID } from 'node:crypto';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { positionAt } from '../position.js';
import { type ServedEventStore } from '../served-event-store.port.js';
import { type EventFilter } from './event-filter.js';
import { toPosition } from './numbers.js';
import { caughtUp, checkpoint, confirmation, type ReadMessages } from './read-messages.js';

type AllOptions = streams.ReadReq.Options.AllOptions;

export async function* readAll(
  store: ServedEventStore,
  messages: ReadMessages,
  options: AllOptions,
  { matches, streamPrefixes }: EventFilter,
  direction: 'forwards' | 'backwards',
  maxCount: number,
): AsyncGenerator<streams.ReadResp> {
  const forwards = direction === 'forwards';
  // From the end forwards, or from the start backwards, there is nothing.
  if (forwards ? options.hasEnd() : options.hasStart()) return;
  const from = positionOf(options);
  // A read forwards begins with the event at the position itself, a read backwards with the one before it.
  const after = from === undefined ? undefined : positionAt(forwards ? from - 1n : from);
  let left = maxCount;
  if (left === 0) return;
  for await (const event of store.readAll({ after, direction, streamPrefixes })) {
    if (!matches(event)) continue;
    yield messages.event(event);
    if (--left === 0) return;
  }
}

/** The log's events behind a position, then those that come. */
export async function* subscribeToAll(
  store: ServedEventStore,
  messages: ReadMessages,
  options: AllOptions,
  { matches, streamPrefixes, checkpointInterval }: EventFilter,
  signal: AbortSignal,
): AsyncGenerator<streams.ReadResp> {
  const from = positionOf(options);
  const after = options.hasEnd() ? await store.lastPosition() : from === undefined ? from : positionAt(from);
  yield confirmation(randomUUID());
  let live = false;
  let reported = after?.commit ?? 0n;
  for await (const batch of store.subscribe({ after, streamPrefixes, signal })) {
    for (const event of batch.events) if (matches(event)) yield messages.event(event);
    const reached = batch.position?.commit ?? 0n;
    if (checkpointInterval !== undefined && reached - reported >= checkpointInterval) {
      reported = reached;
      yield checkpoint(reported);
    }
    if (batch.caughtUp && !live) yield caughtUp();
    live ||= batch.caughtUp;
  }
}

function positionOf(options: AllOptions): bigint | undefined {
  const position = options.getPosition();
  return position && toPosition(position.getCommitPosition());
}
