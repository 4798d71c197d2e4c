import { setImmediate as turn } from 'node:timers/promises';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type RecordedEvent } from '../event-store.port.js';
import { type ServedEventStore } from '../served-event-store.port.js';
import { type EventFilter, toFilter } from './event-filter.js';
import { resolveLink } from './links.js';
import { ReadMessages } from './read-messages.js';

type Options = streams.ReadReq.Options;

/** A foreign pattern may take long per event: whoever else waits gets a turn after so many milliseconds. */
const TURN_MS = 10;

/** What reads and subscriptions have in common. */
export interface Reading {
  readonly store: ServedEventStore;
  readonly filter: EventFilter | undefined;
  readonly direction: 'forwards' | 'backwards';
  readonly maxCount: number;
  /** A reader of protocol level 1 and higher is sent first and last revision of a stream. */
  readonly reportsEnds: boolean;
  readonly signal: AbortSignal;
  /** The message that gives the event, or what it points to. */
  give(event: RecordedEvent): Promise<streams.ReadResp>;
  /** To be awaited between events that a filter is asked about. */
  breathe(): Promise<void>;
}

/** Throws InvalidRequest for a filter that is none. */
export function toReading(store: ServedEventStore, options: Options, signal: AbortSignal): Reading {
  const ids = options.getUuidOption();
  const messages = new ReadMessages(ids && !ids.hasString());
  const filter = options.getFilter();
  const links = options.getResolveLinks();
  const { FORWARDS } = streams.ReadReq.Options.ReadDirection;
  let since = performance.now();
  return {
    store,
    filter: filter && toFilter(filter),
    direction: options.getReadDirection() === FORWARDS ? 'forwards' : 'backwards',
    maxCount: Number(options.getCount()),
    reportsEnds: (options.getControlOption()?.getCompatibility() ?? 0) >= 1,
    signal,
    async give(event) {
      if (!links) return messages.event(event);
      const resolved = await resolveLink(store, event);
      return messages.event(resolved.event, resolved.link);
    },
    async breathe() {
      if (performance.now() - since < TURN_MS) return;
      await turn();
      since = performance.now();
    },
  };
}
