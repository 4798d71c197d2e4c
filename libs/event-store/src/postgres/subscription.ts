import { backOff } from '../back-off.js';
import { min } from '../bigints.js';
import { mayPass, type SubscribeOptions, type SubscriptionBatch } from '../event-store.port.js';
import { Trouble } from '../trouble.js';
import { untilAborted } from '../until-aborted.js';
import { type CommitListener } from './commit-listener.js';
import { headOf, pageAfter } from './log-reader.js';
import { placeOf, toPosition } from './place.js';
import { type Queries } from './queries.js';

/** Follows the log from a position on; while PostgreSQL is away it waits, and goes on where it was. */
export async function* subscribe(
  queries: Queries,
  commits: CommitListener,
  { after, streamPrefixes, maxBatch = 500, beforeConnecting, onTrouble, signal }: SubscribeOptions,
): AsyncGenerator<SubscriptionBatch> {
  let place = placeOf(after);
  let caughtUp = false;
  let connected = false;
  const trouble = new Trouble(onTrouble);
  const failed = (error: unknown): undefined => {
    if (!mayPass(error)) throw error;
    trouble.is(error);
  };
  const nextPage = async () => {
    if (!connected) {
      await beforeConnecting?.();
      place = min(place, await headOf(queries));
    }
    return pageAfter(queries, place, streamPrefixes, maxBatch);
  };
  for (let failures = 0; !signal.aborted && !commits.closed;) {
    const heard = commits.listen();
    const page = await untilAborted(nextPage(), signal).catch(failed);
    if (signal.aborted) return;
    connected = page !== undefined;
    if (!page) {
      await backOff(failures++, signal);
      continue;
    }
    failures = 0;
    trouble.is(undefined);
    const reachedEnd = page.atEnd && !caughtUp;
    const moved = page.place > place;
    ({ place, atEnd: caughtUp } = page);
    if (moved || reachedEnd) yield { events: page.events, position: toPosition(place), caughtUp };
    if (caughtUp) await commits.next(heard, signal);
  }
}
