import { type Position } from './position.js';

/** An event as a caller hands it over: the store keeps the bytes and never looks inside. */
export interface NewEvent {
  /** UUID; the same id at the same place of a stream is the same event (a retry). */
  readonly id: string;
  readonly type: string;
  readonly contentType: ContentType;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** An event as the log gives it back. */
export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  /** Place in its stream: 0, 1, 2 … without gaps. */
  readonly revision: number;
  /** Place in the whole log: grows with every commit, may have gaps. */
  readonly position: Position;
  /** When the store wrote it (UTC): for people, never for order. */
  readonly created: Date;
}

export type ContentType = 'application/json' | 'application/octet-stream';

/** The revision that an append was decided on: the last event seen, or that there was none. */
export type ExpectedRevision = number | 'no-stream';

export type AppendResult =
  | { readonly kind: 'appended'; readonly revision: number; readonly position: Position }
  /** Somebody else wrote first: `actual` is the revision that the stream has now. Nothing was written. */
  | { readonly kind: 'conflict'; readonly actual: ExpectedRevision };

export interface ReadStreamOptions {
  /** First revision to give (inclusive); the default is the start, or the end when reading backwards. */
  readonly from?: number;
  readonly direction?: 'forwards' | 'backwards';
  readonly maxCount?: number;
}

export interface ReadAllOptions {
  /** Only events after this position (before it when reading backwards); the default is everything. */
  readonly after?: Position;
  readonly direction?: 'forwards' | 'backwards';
  readonly maxCount?: number;
  /** Only streams whose name starts with one of these; the default is all. */
  readonly streamPrefixes?: readonly string[];
}

export interface SubscribeOptions {
  /**
   * Only events after this position; the default is the start of the log. One behind the end of the log is taken for the
   * end: what a shorter log gets next is not missed.
   */
  readonly after?: Position;
  /** Only streams whose name starts with one of these. */
  readonly streamPrefixes: readonly string[];
  /** Most events of one batch; the default is 500. */
  readonly maxBatch?: number;
  /**
   * Asked before each connection to the engine is used, the first one and every one after a loss; what it throws ends
   * the subscription, but an error that `mayPass`, after which it is tried again. Here a reader makes sure that the
   * log is still the one it has followed.
   */
  readonly beforeConnecting?: () => Promise<void>;
  /** Called with why nothing comes, once per change of the reason, and undefined once it goes on. */
  readonly onTrouble?: (trouble: Error | undefined) => void;
  /** Ends the subscription; the iteration then finishes without an error. */
  readonly signal: AbortSignal;
}

/** What a subscription hands over at once: as much as had arrived, at most `maxBatch` events. */
export interface SubscriptionBatch {
  /** In commit order; empty when only the position moved on, or the end was reached. */
  readonly events: readonly RecordedEvent[];
  /**
   * No event of the prefixes at or before this position is left that was not given: the checkpoint to keep.
   * Undefined while there is nothing before which one could stand: the log is empty.
   */
  readonly position: Position | undefined;
  /** True when the end of the log was reached with this batch: what follows is new. */
  readonly caughtUp: boolean;
}

/** How an event store stands to its server at the moment. */
export interface EventStoreStatus {
  /** Connections made so far: every one after the first is a reconnection. */
  readonly connections: number;
  /** `host:port` of the server that is talked to, undefined while there is none. */
  readonly node: string | undefined;
  /** Whether that server has answered what only a server that takes appends answers. */
  readonly leader: boolean;
}

/**
 * The event log. Engines: PostgreSQL (`postgres/`) and EventStoreDB (`eventstoredb/`); one contract suite
 * runs on both. Every method throws `EventStoreUnavailable` when the engine cannot be reached in time;
 * whether an append that failed so was written is unknown: repeat it with the same ids and revision.
 * EventStoreDB may refuse any call with `EventStoreLoginRefused` or `EventStoreRightMissing` as well.
 */
export interface EventStore {
  /**
   * Writes all events or none, directly behind `expected`, and answers when they are durable.
   * The same ids behind the same revision again answer like the first time and write nothing.
   * Throws `StreamTombstoned` for a stream that an operator has ended.
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult>;
  /**
   * The stream's visible events in order; nothing for a stream that does not exist or was deleted.
   * Throws `StreamTombstoned` for a stream that an operator has ended.
   */
  readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<RecordedEvent>;
  /**
   * The log in commit order, up to its end as it was when the reading began. The end of a stream for good is in it as an
   * event of the type `$streamDeleted`, whose revision says nothing.
   */
  readAll(options?: ReadAllOptions): AsyncIterable<RecordedEvent>;
  /** The log in commit order without an end, in batches; reconnects by itself, skips and repeats nothing. */
  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionBatch>;
  /** Position of the newest event of the log, or undefined while the log is empty. */
  lastPosition(): Promise<Position | undefined>;
  /** Throws the reason while appends cannot succeed; writes nothing. */
  check(): Promise<void>;
  /**
   * Tries each right that this system needs on the server. `probe` names a stream that nobody ever writes; nothing is
   * written to it here either. Throws `EventStoreRightMissing`, or `EventStoreLoginRefused`.
   */
  tryRights(probe: string): Promise<void>;
  /**
   * From now on `verify` is asked before the first append on every new connection to the engine, and before an append
   * is answered that may have gone over another one. What it throws, the append throws. It may read, but not append.
   */
  guard(verify: () => Promise<void>): void;
  /** Called with how long each answered append took, in seconds. */
  onAppended(listener: (seconds: number) => void): void;
  readonly status: EventStoreStatus;
  /** Ends the subscriptions and lets go of the engine; appends still under way may fail. */
  close(): Promise<void>;
}

/** The engine could not be reached, or did not answer in time. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
}

/** The server refuses the user's login; only an operator can change that. */
export class EventStoreLoginRefused extends Error {
  override readonly name = 'EventStoreLoginRefused';
}

/** The server refuses the user a right; the message names it, and how it is granted. */
export class EventStoreRightMissing extends Error {
  override readonly name = 'EventStoreRightMissing';
}

/** Whether the same may succeed later without a change here: who follows the log goes on trying. */
export const mayPass = (error: unknown): error is Error =>
  error instanceof EventStoreUnavailable ||
  error instanceof EventStoreLoginRefused ||
  error instanceof EventStoreRightMissing;

/** The stream was ended for good by an operator; nothing can be appended to it any more. */
export class StreamTombstoned extends Error {
  override readonly name = 'StreamTombstoned';

  constructor(readonly stream: string) {
    super(`The stream ${stream} has been tombstoned: it takes no more events. Write to another stream.`);
  }
}
