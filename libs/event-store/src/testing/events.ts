import { randomUUID } from 'node:crypto';
import {
  type EventStore,
  type NewEvent,
  type RecordedEvent,
  type SubscribeOptions,
  type SubscriptionBatch,
} from '../event-store.port.js';
import { comparePositions, type Position } from '../position.js';

export function jsonEvent(data: unknown = {}, metadata: unknown = {}): NewEvent {
  return {
    id: randomUUID(),
    type: 'SomethingHappened',
    contentType: 'application/json',
    data: Buffer.from(JSON.stringify(data)),
    metadata: Buffer.from(JSON.stringify(metadata)),
  };
}

export function jsonEvents(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, n) => jsonEvent({ n }));
}

/** A prefix of its own keeps a test apart from the others on the same log. */
export function newPrefix(): string {
  return `test_${randomUUID()}-`;
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export const idsOf = (events: readonly { id: string }[]): string[] => events.map(({ id }) => id);

/** Longest time that a subscription may take to give what a test waits for. */
const TIMEOUT_MS = 60_000;

/** What a subscription has given so far; ends by itself when `enough` says so, and throws when that takes too long. */
export async function collectFollowed(
  store: EventStore,
  options: Omit<SubscribeOptions, 'signal'>,
  enough: (events: readonly RecordedEvent[], batch: SubscriptionBatch) => boolean,
): Promise<{ events: RecordedEvent[]; batches: SubscriptionBatch[] }> {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort('late'), TIMEOUT_MS);
  const events: RecordedEvent[] = [];
  const batches: SubscriptionBatch[] = [];
  try {
    for await (const batch of store.subscribe({ ...options, signal: stop.signal })) {
      batches.push(batch);
      events.push(...batch.events);
      if (enough(events, batch)) stop.abort();
    }
  } finally {
    clearTimeout(late);
  }
  if (stop.signal.reason === 'late')
    throw new Error(
      `In ${TIMEOUT_MS} ms came ${events.length} events in ${batches.length} batches, and no more.`,
    );
  return { events, batches };
}

/** Appends behind whatever the stream has, and gives the position of the last event. */
export async function appendNext(
  store: EventStore,
  stream: string,
  events: readonly NewEvent[],
): Promise<Position> {
  const [last] = await collect(store.readStream(stream, { direction: 'backwards', maxCount: 1 }));
  const result = await store.append(stream, last?.revision ?? 'no-stream', events);
  if (result.kind === 'conflict') throw new Error(`Unexpected conflict on ${stream}`);
  return result.position;
}

export function sortedPositions(events: readonly RecordedEvent[]): Position[] {
  return events.map(({ position }) => position).sort(comparePositions);
}
