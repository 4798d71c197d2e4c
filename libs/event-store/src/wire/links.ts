import { type RecordedEvent, StreamTombstoned } from '../event-store.port.js';
import { type ServedEventStore } from '../served-event-store.port.js';

/** An event as a reader gets it; `link` is the event that pointed to it, if it came by one. */
export interface ResolvedEvent {
  /** Undefined where a link points to nothing that can be read. */
  readonly event: RecordedEvent | undefined;
  readonly link?: RecordedEvent;
}

const LONGEST_REVISION = /^\s*[+-]?\d{1,19}\s*$/;

/** What a read gives in place of an event: the event that it points to (`revision@stream`), if it is a link. */
export async function resolveLink(store: ServedEventStore, event: RecordedEvent): Promise<ResolvedEvent> {
  if (event.type !== '$>') return { event };
  const [revision = '', ...name] = event.data.toString().split('@');
  if (!LONGEST_REVISION.test(revision)) return { event };
  return { event: await readEvent(store, name.join('@'), Number(revision)), link: event };
}

async function readEvent(
  store: ServedEventStore,
  stream: string,
  revision: number,
): Promise<RecordedEvent | undefined> {
  if (stream === '' || revision < -1) return undefined;
  const from = revision === -1 ? undefined : revision;
  try {
    for await (const event of store.readStream(stream, { from, direction: 'backwards', maxCount: 1 }))
      if (from === undefined || event.revision === from) return event;
  } catch (error) {
    if (!(error instanceof StreamTombstoned)) throw error;
  }
  return undefined;
}
