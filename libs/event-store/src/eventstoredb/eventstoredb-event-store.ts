import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { backOff } from '@app/workers';
import {
  type AppendResult,
  type EventStore,
  type EventStoreStatus,
  EventStoreUnavailable,
  type ExpectedRevision,
  type NewEvent,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type SubscribeOptions,
  type SubscriptionBatch,
} from '../event-store.port.js';
import { Fence } from '../fence.js';
import { type Position } from '../position.js';
import { parseAddress } from './address.js';
import { append, type ServerAppendAnswer } from './append.js';
import { Connection } from './connection.js';
import { EventReader } from './event-reader.js';
import { needQuorum } from './gossip.js';
import { subscribe } from './subscription.js';

const TIMEOUT_MS = 5_000;
const APPEND_ATTEMPTS = 3;

/**
 * The event log in EventStoreDB or KurrentDB, version 23.10 or newer (older ones never say that a subscription caught up).
 * One per process is enough. It speaks the protocol itself, with the messages of the official client, because that client
 * cannot filter a read of the log, never leaves a line that has gone silent, and ends the process when no node is found.
 */
export class EventStoreDbEventStore implements EventStore {
  private readonly leader: Connection;
  /** Where subscriptions come from: the leader, unless the address prefers other nodes. */
  private readonly source: Connection;
  private readonly reader: EventReader;
  private readonly fence: Fence;
  private appended: (seconds: number) => void = () => {};
  private readonly closing = new AbortController();

  /**
   * `address` is a connection string (`esdb://…`, see docs/eventstoredb.md); `timeoutMs` is for one answer of the server.
   * Throws `EventStoreAddressError` when the address cannot be used; a server that is away is noticed by the first call.
   */
  constructor(address: string, timeoutMs = TIMEOUT_MS) {
    // Every append that waits for its next try listens to it.
    setMaxListeners(0, this.closing.signal);
    const parsed = parseAddress(address);
    const { nodePreference } = parsed;
    this.leader = new Connection(parsed, 'leader', timeoutMs);
    this.source =
      nodePreference === 'leader' ? this.leader : new Connection(parsed, nodePreference, timeoutMs);
    this.reader = new EventReader(this.leader);
    this.fence = new Fence(async () => {
      await this.leader.current();
      return this.leader.made;
    });
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendResult> {
    if (events.length === 0) throw new Error(`An append to ${stream} has no events: give at least one.`);
    const started = performance.now();
    for (let attempts = 1; ; attempts++) {
      try {
        const result = await this.tryAppend(stream, expected, events);
        this.appended((performance.now() - started) / 1000);
        return result;
      } catch (error) {
        const final = attempts === APPEND_ATTEMPTS || this.closing.signal.aborted;
        if (final || !(error instanceof EventStoreUnavailable)) throw error;
        // Whether it was written is unknown: the same ids and expectation make another try harmless.
        await backOff(attempts, this.closing.signal);
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
    return subscribe(this.source, { ...options, signal });
  }

  lastPosition(): Promise<Position | undefined> {
    return this.reader.head();
  }

  async check(): Promise<void> {
    const { timeoutMs } = this.leader;
    const purpose = { right: 'read', stream: 'gossip', timeoutMs } as const;
    const members = await this.leader.call(purpose, (link) => link.members(timeoutMs));
    // A server that does not tell of its nodes can still be asked as the leader.
    if (members.length > 0) needQuorum(members);
    await this.reader.head();
  }

  async tryRights(probe: string): Promise<void> {
    await this.reader.head();
    for await (const event of this.reader.stream(probe, { maxCount: 1 }))
      throw new Error(`The stream ${event.stream} is to try rights with, and has to stay empty.`);
    // The server looks at the right first, then at the expectation, which nothing meets: nothing is ever written.
    const event: NewEvent = {
      id: randomUUID(),
      type: 'RightTried',
      contentType: 'application/json',
      data: Buffer.from('{}'),
      metadata: Buffer.alloc(0),
    };
    await this.answerTo(probe, Number.MAX_SAFE_INTEGER - 1, [event]);
  }

  guard(verify: () => Promise<void>): void {
    this.fence.guard(verify);
  }

  onAppended(listener: (seconds: number) => void): void {
    this.appended = listener;
  }

  get status(): EventStoreStatus {
    const { made, node, leads } = this.leader;
    return { connections: made, node, leader: leads };
  }

  /** Ends the subscriptions and drops what is under way. */
  close(): Promise<void> {
    this.closing.abort();
    this.leader.close();
    this.source.close();
    return Promise.resolve();
  }

  private async tryAppend(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendResult> {
    const answer = await this.answerTo(stream, expected, events);
    if (answer.kind === 'appended' && answer.position) return { ...answer, position: answer.position };
    // The server may take a repetition for a conflict, or recognise it and not say where the events are.
    const before = await this.writtenBefore(stream, expected, events);
    if (before) return before;
    return answer.kind === 'conflict' ? answer : { kind: 'conflict', actual: answer.revision };
  }

  /** Appends over a connection that was verified, and gives no answer that may have come over another. */
  private async answerTo(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<ServerAppendAnswer> {
    const { timeoutMs } = this.leader;
    const answer = await this.leader.call({ right: 'write', stream, timeoutMs }, async (link) => {
      await this.fence.pass();
      return append(link, stream, expected, events, timeoutMs);
    });
    await this.fence.pass();
    return answer;
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
