import {
  type AppendResult,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
} from './event-store.port.js';

/** What a client of the protocol may expect of a stream: `any` is nothing, `stream-exists` at least one event. */
export type StreamExpectation = ExpectedRevision | 'any' | 'stream-exists';

/**
 * An event store with all that EventStoreDB's protocol can ask for (see `wire/`); the domain needs only `EventStore`.
 * Reads follow the stream's metadata, as EventStoreDB does: `$tb`, `$maxCount` and `$maxAge` of the newest event of `$$<stream>`.
 */
export interface ServedEventStore extends EventStore {
  /** With `any` and `stream-exists` a repetition is recognised only directly behind the first time. */
  append(stream: string, expected: StreamExpectation, events: readonly NewEvent[]): Promise<AppendResult>;
  /** Hides all events of the stream from reads; appending to it starts it again, with the next revision. */
  deleteStream(stream: string, expected: StreamExpectation): Promise<AppendResult>;
  /** Ends the stream for good: it reads as empty, and whoever writes to it gets `StreamTombstoned`. */
  tombstoneStream(stream: string, expected: StreamExpectation): Promise<AppendResult>;
  streamState(stream: string): Promise<StreamState>;
}

/** A deleted stream counts as missing until it is appended to. */
export type StreamState = 'missing' | 'present' | 'tombstoned';
