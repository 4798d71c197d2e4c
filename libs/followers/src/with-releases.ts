import { type Pool } from 'pg';
import { type EventStore, type Position, type RecordedEvent, StreamDamaged } from '@app/event-store';
import { listParkedStreams, type ParkedStream } from './parked-streams.js';
import { unhandled, untilReleaseAsked } from './release.js';

export interface WithReleases {
  readonly pool: Pool;
  readonly follower: string;
  readonly signal: AbortSignal;
  /** Tries parked streams again. */
  readonly retry: (parked: readonly ParkedStream[]) => Promise<void>;
  /** Follows the log until its signal aborts, and throws where it cannot go on. */
  readonly follow: (signal: AbortSignal) => Promise<void>;
}

/**
 * Follows the log, and tries what is parked again: all of it at first, since a newer version of the software may know
 * what to do with it, and then what an operator asks for.
 */
export async function withReleases(options: WithReleases): Promise<void> {
  const { pool, follower, signal, retry, follow } = options;
  await retry(await listParkedStreams(pool, { follower }));
  while (!signal.aborted) {
    const asked = new AbortController();
    const until = AbortSignal.any([signal, asked.signal]);
    const watching = untilReleaseAsked(pool, follower, until).then(() => asked.abort());
    try {
      await follow(until);
    } finally {
      asked.abort();
      await watching;
    }
    const parked = await listParkedStreams(pool, { follower });
    await retry(parked.filter(({ releaseAsked }) => releaseAsked));
  }
}

export interface Retry {
  readonly eventStore: EventStore;
  /** Where the follower stands. */
  readonly upTo: Position | undefined;
  /** Handles what has come to the stream since it was parked; parks it again where that cannot be done. */
  readonly release: (parked: ParkedStream, events: readonly RecordedEvent[]) => Promise<void>;
  /** Keeps it parked, for this reason. */
  readonly keep: (stream: string, damage: StreamDamaged) => Promise<void>;
}

/** Hands over what parked streams have had since, one stream after the other. */
export async function retryParkedStreams(
  parked: readonly ParkedStream[],
  { eventStore, upTo, release, keep }: Retry,
): Promise<void> {
  for (const stream of parked) {
    try {
      await release(stream, await unhandled(eventStore, stream, upTo));
    } catch (error) {
      if (!(error instanceof StreamDamaged)) throw error;
      await keep(stream.stream, error);
    }
  }
}
