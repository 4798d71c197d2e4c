import { setMaxListeners } from 'node:events';
import {
  type EventStoreDBClient,
  NO_STREAM,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { backOff } from '../back-off.js';
import {
  EventStoreUnavailable,
  StreamTombstoned,
  type AppendResult,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type SubscribeOptions,
  type SubscriptionBatch,
} from '../event-store.port.js';
import { type Position } from '../position.js';
import { connect } from './connect.js';
import { toEventData } from './event-mapping.js';
import { Reader } from './reader.js';
import { subscribe } from './subscription.js';
import { within } from './transport.js';

const TIMEOUT_MS = 5_000;
const APPEND_ATTEMPTS = 3;

/**
 * The event log in EventStoreDB or KurrentDB, version 23.10 or newer (older ones never say that a subscription caught up).
 * One per process is enough, and several do not disturb each other (see `connect`).
 */
export class EventStoreDbEventStore implements EventStore {
  private readonly client: EventStoreDBClient;
  private readonly reader: Reader;
  private readonly closing = new AbortController();

  /**
   * `address` is a connection string (`esdb://…`, see docs/eventstoredb.md); `timeoutMs` is for one answer of the server.
   * Throws `EventStoreAddressError` when the address cannot be used; a server that is away is noticed by the first call.
   */
  constructor(
    address: string,
    private readonly timeoutMs = TIMEOUT_MS,
  ) {
    // Every append that waits for its next try listens to it.
    setMaxListeners(0, this.closing.signal);
    this.client = connect(address);
    this.reader = new Reader(this.client, timeoutMs);
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendResult> {
    if (events.length === 0) throw new Error(`An append to ${stream} has no events: give at least one.`);
    for (let failures = 0; ; failures++) {
      try {
        return await this.tryAppend(stream, expected, events);
      } catch (error) {
        const final = failures === APPEND_ATTEMPTS - 1 || this.closing.signal.aborted;
        if (final || !(error instanceof EventStoreUnavailable)) throw error;
        // Whether it was written is unknown: the same ids and expectation make another try harmless.
        await backOff(failures, this.closing.signal);
      }
    }
  }

  readStream(stream: string, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    return this.reader.stream(stream, options);
  }

  readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    return this.reader.all(options);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionBatch> {
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    return subscribe(this.client, this.timeoutMs, { ...options, signal });
  }

  lastPosition(): Promise<Position | undefined> {
    return this.reader.head();
  }

  /** Ends the subscriptions and drops what is under way. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.client.dispose();
  }

  private async tryAppend(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendResult> {
    const expectedRevision = expected === 'no-stream' ? NO_STREAM : BigInt(expected);
    const written = this.client.appendToStream(stream, events.map(toEventData), {
      expectedRevision,
      deadline: this.timeoutMs,
    });
    try {
      const { nextExpectedRevision, position } = await within(this.timeoutMs, written);
      const revision = Number(nextExpectedRevision);
      if (position) return { kind: 'appended', revision, position };
      // The server recognised a repetition and does not say where the events are.
      return (await this.writtenBefore(stream, expected, events)) ?? { kind: 'conflict', actual: revision };
    } catch (error) {
      if (error instanceof StreamDeletedError) throw new StreamTombstoned(stream);
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      const { actualVersion } = error;
      const actual = typeof actualVersion === 'bigint' ? Number(actualVersion) : 'no-stream';
      return (await this.writtenBefore(stream, expected, events)) ?? { kind: 'conflict', actual };
    }
  }

  /** The answer of the first time, when exactly these events stand behind the expected revision. */
  private async writtenBefore(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendResult | undefined> {
    const from = expected === 'no-stream' ? 0 : expected + 1;
    const found: RecordedEvent[] = [];
    for await (const event of this.reader.stream(stream, { from, maxCount: events.length }))
      found.push(event);
    const last = found.at(-1);
    const same = events.every(({ id }, index) => id.toLowerCase() === found[index]?.id);
    return last && same ? { kind: 'appended', revision: last.revision, position: last.position } : undefined;
  }
}
