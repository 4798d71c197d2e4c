import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { type RecordedEvent } from '../event-store.port.js';
import { InvalidRequest } from './invalid-request.js';

type FilterOptions = streams.ReadReq.Options.FilterOptions;

/** What EventStoreDB looks at between two chances of a checkpoint when the client does not say. */
const DEFAULT_WINDOW = 32;

/** Which events of the log a reader wants. */
export class EventFilter {
  private constructor(
    readonly matches: (event: RecordedEvent) => boolean,
    /** All events that match are in streams with these prefixes: the store itself can leave the others out. */
    readonly streamPrefixes: readonly string[],
    /** A reader hears at least once in so many events where it is; without a filter every event says so. */
    readonly checkpointInterval: bigint | undefined,
  ) {}

  static of(options: FilterOptions | undefined): EventFilter {
    if (!options) return new EventFilter(() => true, [''], undefined);
    const window = options.hasMax() ? options.getMax() : DEFAULT_WINDOW;
    const interval = BigInt(Math.max(1, options.getCheckpointintervalmultiplier() * window));
    const onStream = options.getStreamIdentifier();
    const expression = onStream ?? options.getEventType();
    if (!expression) throw new InvalidRequest('The filter has no expression.');
    const matches = toPredicate(expression);
    const prefixes = expression.getRegex() === '' ? expression.getPrefixList() : [''];
    return onStream
      ? new EventFilter(({ stream }) => matches(stream), prefixes, interval)
      : new EventFilter(({ type }) => matches(type), [''], interval);
  }
}

function toPredicate(
  expression: streams.ReadReq.Options.FilterOptions.Expression,
): (name: string) => boolean {
  const prefixes = expression.getPrefixList();
  if (expression.getRegex() === '') return (name) => prefixes.some((prefix) => name.startsWith(prefix));
  try {
    const pattern = new RegExp(expression.getRegex());
    return (name) => pattern.test(name);
  } catch (error) {
    throw new InvalidRequest(`The filter's regular expression is not valid: ${(error as Error).message}`);
  }
}
