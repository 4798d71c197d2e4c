import { backOff } from '@app/workers';
import { min } from '../bigints.js';
import { mayPass, type RecordedEvent, type SubscribeOptions } from '../event-store.port.js';
import { type LogFilter } from '../served-event-store.port.js';
import { Trouble } from '../trouble.js';
import { untilAborted } from '../until-aborted.js';
import { type LiveReader } from './live-reader.js';
import { headOf, pageAfter } from './log-reader.js';
import { type Place } from './place.js';
import { type Queries } from './queries.js';

/** Part of the log as it is followed; see FollowedBatch, which tells the place as a position. */
export interface FollowedPage {
  readonly events: readonly RecordedEvent[];
  readonly place: Place;
  readonly caughtUp: boolean;
  readonly live: boolean;
}

interface Following extends Pick<SubscribeOptions, 'beforeConnecting' | 'onTrouble' | 'signal'> {
  readonly after: Place;
  readonly filter: LogFilter;
  /** Where `after` lies behind the end of the log, begin at the end; else what comes up to there is left out. */
  readonly atEndAtMost?: boolean;
  /** Most events of a page before the end is reached. */
  readonly limit: number;
}

/** Follows the log from a place on; while PostgreSQL is away it waits, and goes on where it was. */
export async function* follow(
  queries: Queries,
  live: LiveReader,
  { after, filter, atEndAtMost = false, limit, beforeConnecting, onTrouble, signal }: Following,
): AsyncGenerator<FollowedPage> {
  const trouble = new Trouble(onTrouble);
  let place = after;
  for (let failures = 0; !signal.aborted;) {
    try {
      await untilAborted(beforeConnecting?.() ?? Promise.resolve(), signal);
      if (atEndAtMost) place = min(place, await headOf(queries));
      while (!signal.aborted) {
        for await (const page of untilOverrun(queries, live, place, filter, limit, signal)) {
          failures = 0;
          trouble.is(undefined);
          place = page.place;
          yield page;
        }
      }
    } catch (error) {
      if (!mayPass(error)) throw error;
      if (live.closed) return;
      trouble.is(error);
      await backOff(++failures, signal);
    }
  }
}

/** Reads up to the end of the log and stays there, until more comes at once than can wait. */
async function* untilOverrun(
  queries: Queries,
  live: LiveReader,
  after: Place,
  filter: LogFilter,
  limit: number,
  signal: AbortSignal,
): AsyncGenerator<FollowedPage> {
  let place = after;
  let tail: Awaited<ReturnType<LiveReader['attach']>> | undefined;
  try {
    for (let caughtUp = false; !caughtUp;) {
      const page = await untilAborted(pageAfter(queries, place, filter, limit), signal);
      if (!page) return;
      if (page.atEnd) tail ??= await live.attach();
      caughtUp = page.atEnd && tail !== undefined && tail.start <= page.place;
      const moved = page.place > place;
      ({ place } = page);
      if (moved || caughtUp) yield { events: page.events, place, caughtUp, live: false };
    }
    for (let events; (events = await tail?.next(signal));) {
      const fresh = events.filter(({ position }) => position.commit > place);
      place = fresh.at(-1)?.position.commit ?? place;
      const passing = fresh.filter((event) => passes(event, filter));
      if (fresh.length > 0) yield { events: passing, place, caughtUp: tail?.empty ?? true, live: true };
    }
  } finally {
    tail?.close();
  }
}

function passes({ stream, type }: RecordedEvent, { streamPrefixes, typePrefixes }: LogFilter): boolean {
  return (
    (streamPrefixes?.some((prefix) => stream.startsWith(prefix)) ?? true) &&
    (typePrefixes?.some((prefix) => type.startsWith(prefix)) ?? true)
  );
}
