import { type EventStore, type RecordedEvent } from '../event-store.port.js';
import { positionAt } from '../position.js';

type Appending = EventStore['append'];
type Reading = EventStore['readStream'];

/** As much of an event store as streams are changed with, in this process' memory; counts what is asked of it. */
export class MemoryEventStore {
  private readonly streams = new Map<string, RecordedEvent[]>();
  private commits = 0n;
  appends = 0;
  conflicts = 0;
  /** By stream; those of metadata among them. */
  readonly reads: string[] = [];

  readonly append: Appending = async (stream, expected, events) => {
    await Promise.resolve();
    this.appends += 1;
    const recorded = this.eventsOf(stream);
    const actual = recorded.length === 0 ? 'no-stream' : recorded.length - 1;
    if (expected !== actual) {
      this.conflicts += 1;
      return { kind: 'conflict', actual };
    }
    const position = positionAt((this.commits += 1n));
    for (const event of events)
      recorded.push({ ...event, stream, revision: recorded.length, position, created: new Date(0) });
    return { kind: 'appended', revision: recorded.length - 1, position };
  };

  readonly readStream: Reading = (stream, { from = 0 } = {}) => {
    this.reads.push(stream);
    return this.given(stream, from);
  };

  private async *given(stream: string, from: number): AsyncGenerator<RecordedEvent> {
    await Promise.resolve();
    yield* this.eventsOf(stream).slice(from);
  }

  private eventsOf(stream: string): RecordedEvent[] {
    const recorded = this.streams.get(stream) ?? [];
    this.streams.set(stream, recorded);
    return recorded;
  }

  get asEventStore(): EventStore {
    return this as Partial<EventStore> as EventStore;
  }
}
