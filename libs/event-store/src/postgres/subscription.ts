import { type SubscribeOptions, type SubscriptionBatch } from '../event-store.port.js';
import { follow } from './follow.js';
import { type LiveReader } from './live-reader.js';
import { placeOf, toPosition } from './place.js';
import { type Queries } from './queries.js';

/** Follows the log in batches of at most `maxBatch` events. */
export async function* subscribe(
  queries: Queries,
  live: LiveReader,
  { after, streamPrefixes, maxBatch = 500, beforeConnecting, onTrouble, signal }: SubscribeOptions,
): AsyncGenerator<SubscriptionBatch> {
  const pages = follow(queries, live, {
    after: placeOf(after),
    filter: { streamPrefixes },
    atEndAtMost: true,
    limit: maxBatch,
    beforeConnecting,
    onTrouble,
    signal,
  });
  for await (const { events, place, caughtUp } of pages) {
    let given = 0;
    for (; events.length - given > maxBatch; given += maxBatch) {
      const batch = events.slice(given, given + maxBatch);
      yield { events: batch, position: batch.at(-1)?.position, caughtUp: false };
    }
    yield { events: events.slice(given), position: toPosition(place), caughtUp };
  }
}
