import { type EventStore, type RecordedEvent } from '../event-store.port.js';
import { positionAt } from '../position.js';

/** As much of an event store as streams are changed with. */
export type StreamStore = Pick<EventStore, 'append' | 'readStream'>;

/** For what asks for a whole store and uses no more of it. */
export const asEventStore = (store: StreamStore): EventStore => store as EventStore;

/** Keeps its streams in this process' memory. */
export class MemoryEventStore implements StreamStore {
  private readonly streams = new Map<string, RecordedEvent[]>();
  private commits = 0n;

  readonly append: EventStore['append'] = async (stream, expected, events) => {
    await Promise.resolve();
    const recorded = this.eventsOf(stream);
    const actual = recorded.length === 0 ? 'no-stream' : recorded.length - 1;
    if (expected !== actual) return { kind: 'conflict', actual };
    const position = positionAt((this.commits += 1n));
    for (const event of events)
      recorded.push({ ...event, stream, revision: recorded.length, position, created: new Date(0) });
    return { kind: 'appended', revision: recorded.length - 1, position };
  };

  async *readStream(...[stream, { from = 0 } = {}]: Parameters<EventStore['readStream']>) {
    await Promise.resolve();
    yield* this.eventsOf(stream).slice(from);
  }

  private eventsOf(stream: string): RecordedEvent[] {
    const recorded = this.streams.get(stream) ?? [];
    this.streams.set(stream, recorded);
    return recorded;
  }
}

/** The same store, and what is asked of it from now on. */
export function countingStore(store: StreamStore) {
  const counts = { appends: 0, conflicts: 0, reads: [] as string[] };
  const asked: StreamStore = {
    async append(...append) {
      counts.appends += 1;
      const result = await store.append(...append);
      if (result.kind === 'conflict') counts.conflicts += 1;
      return result;
    },
    readStream(...read) {
      counts.reads.push(read[0]);
      return store.readStream(...read);
    },
  };
  return { counts, store: asEventStore(asked) };
}
