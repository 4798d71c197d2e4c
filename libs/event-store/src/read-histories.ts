import { type RecordedEvent } from './event-store.port.js';
import { isOfServer, isTombstone, nextOf } from './history.js';
import { StreamDamaged } from './stream-damaged.js';

/**
 * Goes along many streams at once, in the order of the log, and gives what `decode` makes of each event. A stream is left
 * out from its damage on, and the damage is reported once. Events that the server itself wrote are passed over.
 */
export async function* readHistories<T>(
  events: AsyncIterable<RecordedEvent>,
  decode: (recorded: RecordedEvent) => T,
  onDamage: (damage: StreamDamaged) => void,
): AsyncGenerator<T> {
  /** By stream: the revision that comes next, Infinity behind a damage. */
  const next = new Map<string, number>();
  for await (const event of events) {
    const expected = next.get(event.stream) ?? 0;
    if (expected === Infinity) continue;
    try {
      if (isOfServer(event) && !isTombstone(event)) continue;
      const said = nextOf(event, expected, decode);
      next.set(event.stream, expected + 1);
      yield said;
    } catch (error) {
      if (!(error instanceof StreamDamaged)) throw error;
      next.set(event.stream, Infinity);
      onDamage(error);
    }
  }
}
