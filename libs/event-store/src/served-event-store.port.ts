import {
  type AppendResult,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type ReadAllOptions,
  type RecordedEvent,
} from './event-store.port.js';
import { type Position } from './position.js';

/** What a client of the protocol may expect of a stream: `any` is nothing, `stream-exists` at least one event. */
export type StreamExpectation = ExpectedRevision | 'any' | 'stream-exists';

/** What was written, now or before with the same ids; `readable` is false where reads no longer show it. */
export type ServedAppendResult =
  | (Extract<AppendResult, { kind: 'appended' }> & { readonly readable: boolean })
  | Extract<AppendResult, { kind: 'conflict' }>;

/** Which events of the whole log are wanted: each list names how they may begin, and none means any. */
export interface LogFilter {
  readonly streamPrefixes?: readonly string[];
  readonly typePrefixes?: readonly string[];
}

/** Part of the log as it is followed. */
export interface FollowedBatch {
  /** Those that pass the filter, in commit order. */
  readonly events: readonly RecordedEvent[];
  /** The log has been looked at up to here, whatever the filter left out; undefined while it is empty. */
  readonly position: Position | undefined;
  /** The end of the log was reached with this batch. */
  readonly caughtUp: boolean;
  /** Written after the end was reached. */
  readonly live: boolean;
}

export interface FollowOptions extends LogFilter {
  readonly after?: Position;
  readonly signal: AbortSignal;
}

/** A stream as reads see it. A deleted one counts as missing until it is appended to. */
export interface StreamView {
  readonly state: 'missing' | 'present' | 'tombstoned';
  /** Revision of the newest event, -1 when there is none. */
  readonly head: number;
  /** First revision that reads show; behind the head when they show none. */
  readonly firstVisible: number;
}

/**
 * An event store with all that EventStoreDB's protocol can ask for (see `wire/`); the domain needs only `EventStore`.
 * Reads follow the stream's metadata, as EventStoreDB does: `$tb`, `$maxCount` and `$maxAge` of the newest event of `$$<stream>`.
 */
export interface ServedEventStore extends EventStore {
  /**
   * Appends. No events at all are an append as well, and take a position. With `any` and `stream-exists` a repetition is
   * recognised by its ids among the stream's newest thousand events.
   */
  write(
    stream: string,
    expected: StreamExpectation,
    events: readonly NewEvent[],
  ): Promise<ServedAppendResult>;
  /** Hides all events of the stream from reads; appending to it starts it again, with the next revision. */
  deleteStream(stream: string, expected: StreamExpectation): Promise<AppendResult>;
  /** Ends the stream for good: whoever reads it, or writes to it, gets `StreamTombstoned`. */
  tombstoneStream(stream: string, expected: StreamExpectation): Promise<AppendResult>;
  viewStream(stream: string): Promise<StreamView>;
  readAll(options?: ReadAllOptions & LogFilter): AsyncIterable<RecordedEvent>;
  /** The log without an end; ends with `signal`, waits while the engine is away. */
  follow(options: FollowOptions): AsyncIterable<FollowedBatch>;
}

/** A tombstone's revision as a number, which holds 2^63-1 only nearly. */
export const TOMBSTONE_REVISION = 2 ** 63;
