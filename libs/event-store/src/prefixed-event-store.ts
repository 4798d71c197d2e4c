import {
  type AppendResult,
  type EventStore,
  type EventStoreStatus,
  type ExpectedRevision,
  type NewEvent,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type SubscribeOptions,
  type SubscriptionBatch,
} from './event-store.port.js';
import { type Position } from './position.js';

/** The metadata of the stream `a` stand in the stream `$$a`. */
const META = '$$';

/**
 * An event store on a server that several systems share: every stream's name begins with `prefix` there, and nobody
 * here knows of it.
 */
export class PrefixedEventStore implements EventStore {
  constructor(
    private readonly shared: EventStore,
    private readonly prefix: string,
  ) {}

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    return this.shared.append(this.outer(stream), expected, events);
  }

  async *readStream(stream: string, options?: ReadStreamOptions): AsyncGenerator<RecordedEvent> {
    for await (const event of this.shared.readStream(this.outer(stream), options)) yield this.inner(event);
  }

  async *readAll({ streamPrefixes = [''], ...options }: ReadAllOptions = {}): AsyncGenerator<RecordedEvent> {
    const wanted = streamPrefixes.map((name) => this.outer(name));
    for await (const event of this.shared.readAll({ ...options, streamPrefixes: wanted }))
      yield this.inner(event);
  }

  async *subscribe({ streamPrefixes, ...options }: SubscribeOptions): AsyncGenerator<SubscriptionBatch> {
    const wanted = streamPrefixes.map((name) => this.outer(name));
    for await (const batch of this.shared.subscribe({ ...options, streamPrefixes: wanted }))
      yield { ...batch, events: batch.events.map((event) => this.inner(event)) };
  }

  lastPosition(): Promise<Position | undefined> {
    return this.shared.lastPosition();
  }

  check(): Promise<void> {
    return this.shared.check();
  }

  tryRights(probe: string): Promise<void> {
    return this.shared.tryRights(this.outer(probe));
  }

  guard(verify: () => Promise<void>): void {
    this.shared.guard(verify);
  }

  onAppended(listener: (seconds: number) => void): void {
    this.shared.onAppended(listener);
  }

  get status(): EventStoreStatus {
    return this.shared.status;
  }

  close(): Promise<void> {
    return this.shared.close();
  }

  private outer(name: string): string {
    return name.startsWith(META)
      ? `${META}${this.prefix}${name.slice(META.length)}`
      : `${this.prefix}${name}`;
  }

  private inner(event: RecordedEvent): RecordedEvent {
    const { stream } = event;
    const name = stream.startsWith(META)
      ? `${META}${stream.slice(META.length + this.prefix.length)}`
      : stream.slice(this.prefix.length);
    return { ...event, stream: name };
  }
}
