import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { type RecordedEvent } from '../event-store.port.js';
import { type LogFilter } from '../served-event-store.port.js';
import { InvalidRequest, unknownRequest } from './invalid-request.js';
import { toPattern } from './pattern.js';

type FilterOptions = streams.ReadReq.Options.FilterOptions;

/** What EventStoreDB looks at in one go when the client does not say; also the most events that it gives in one go. */
export const DEFAULT_WINDOW = 32;

/** Which events of the log a reader wants. */
export interface EventFilter {
  /** What the store itself can leave out. */
  readonly prefixes: LogFilter;
  /** What it cannot. */
  readonly matches: (event: RecordedEvent) => boolean;
  /** So many events are looked at in one go. */
  readonly window: number;
  /** A reader hears where it is at the end of the go in which so many have been looked at. */
  readonly checkpointInterval: number;
}

/** Throws InvalidRequest. */
export function toFilter(options: FilterOptions): EventFilter {
  const onStream = options.getStreamIdentifier();
  const expression = onStream ?? options.getEventType();
  if (!expression) throw new InvalidRequest('The filter has no expression.');
  if (!options.hasMax() && !options.hasCount()) throw new InvalidRequest('The filter has no window.');
  const window = options.hasMax() ? options.getMax() : DEFAULT_WINDOW;
  const checkpointInterval = window * options.getCheckpointintervalmultiplier();
  if (checkpointInterval === 0) throw unknownRequest('A checkpoint after every 0 events is none.');
  const frame = { window, checkpointInterval };
  if (expression.getRegex() === '') {
    const names = expression.getPrefixList();
    const prefixes = onStream ? { streamPrefixes: names } : { typePrefixes: names };
    return { ...frame, prefixes, matches: () => true };
  }
  const pattern = toPattern(expression.getRegex());
  const matches = ({ stream, type }: RecordedEvent) => pattern.test(onStream ? stream : type);
  return { ...frame, prefixes: {}, matches };
}
