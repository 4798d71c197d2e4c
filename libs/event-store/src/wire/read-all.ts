import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { isBehind, type Position, positionAt } from '../position.js';
import { Checkpoints } from './checkpoints.js';
import { unknownRequest } from './invalid-request.js';
import { toPosition } from './numbers.js';
import { caughtUp, checkpoint, confirmation } from './read-messages.js';
import { type Reading } from './reading.js';

type AllOptions = streams.ReadReq.Options.AllOptions;

export async function* readAll(
  { store, filter, give, breathe, direction, maxCount, signal }: Reading,
  options: AllOptions,
): AsyncGenerator<streams.ReadResp> {
  const from = startOf(options);
  // EventStoreDB never answers this one.
  if (maxCount === 0) await once(signal, 'abort');
  const forwards = direction === 'forwards';
  // From the end forwards, or from the start backwards, there is nothing.
  if (from === (forwards ? 'end' : 'start')) return;
  let left = maxCount;
  for await (const event of store.readAll({ after: edge(from, forwards), direction, ...filter?.prefixes })) {
    await breathe();
    if (filter && !filter.matches(event)) continue;
    yield await give(event);
    if (--left === 0) return;
  }
}

/** The log's events behind a position, then those that come. */
export async function* subscribeToAll(
  { store, filter, give, breathe, signal }: Reading,
  options: AllOptions,
): AsyncGenerator<streams.ReadResp> {
  const from = startOf(options);
  const after = from === 'end' ? await store.lastPosition() : from === 'start' ? undefined : from;
  const checkpoints = filter && new Checkpoints(filter, after);
  yield confirmation(randomUUID());
  let reached = after?.commit ?? 0n;
  for await (const batch of store.follow({ after, signal, ...filter?.prefixes })) {
    const place = batch.position?.commit ?? 0n;
    for (const event of batch.events) {
      await breathe();
      if (filter && !filter.matches(event)) continue;
      const { commit } = event.position;
      for (const at of due(checkpoints, batch.live, reached, commit - 1n)) yield checkpoint(at);
      yield await give(event);
      if (checkpoints && !batch.live) for (const at of checkpoints.gave(event.position)) yield checkpoint(at);
    }
    for (const at of due(checkpoints, batch.live, reached, place)) yield checkpoint(at);
    if (batch.caughtUp && !batch.live) {
      if (isBehind(positionAt(place), after))
        for (const at of checkpoints?.caughtUp() ?? []) yield checkpoint(at);
      yield caughtUp();
    }
    reached = place;
  }
}

const due = (
  checkpoints: Checkpoints | undefined,
  live: boolean,
  from: bigint,
  place: bigint,
): Iterable<Position> => (live ? checkpoints?.live(from, place) : checkpoints?.lookedTo(place)) ?? [];

/** A read forwards begins with the event at the position itself, a read backwards with the one before it. */
function edge(from: Position | 'start' | 'end', forwards: boolean): Position | undefined {
  if (from === 'start' || from === 'end') return undefined;
  return forwards ? positionAt(from.commit - 1n) : positionAt(from.commit);
}

function startOf(options: AllOptions): Position | 'start' | 'end' {
  const position = options.getPosition();
  if (position) return toPosition(position.getCommitPosition(), position.getPreparePosition());
  if (options.hasStart()) return 'start';
  if (options.hasEnd()) return 'end';
  throw unknownRequest('The read does not say where it begins.');
}
