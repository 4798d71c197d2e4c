import { max, min } from '../bigints.js';
import { type ReadAllOptions, type RecordedEvent } from '../event-store.port.js';
import { type LogFilter } from '../served-event-store.port.js';
import { EVENT_COLUMNS, type EventRow, toRecordedEvent } from './event-row.js';
import { type Place, placeBefore, placeOf } from './place.js';
import { type Queries } from './queries.js';
import { toText } from './text.js';

/** Part of the log, in the direction of reading. */
export interface LogPage {
  readonly events: readonly RecordedEvent[];
  /** What was asked for has been looked at up to here. */
  readonly place: Place;
  /** No more was there at the time of the query. */
  readonly atEnd: boolean;
}

const PAGE = 500;

/**
 * Rows that one query looks at: bounds its time where few streams have the prefix. Taken by count, PostgreSQL reads
 * them along the index and stops at the limit; given a range of positions it may sort them all first.
 */
const WINDOW = 10_000n;

/** `^@` is "starts with". */
const FILTER = 'stream ^@ any ($2::text[]) and type ^@ any ($3::text[])';

/** Head and events are of one snapshot, so everything before the head has been seen. */
const FORWARDS = `
  select head.position as head, page.*
  from (select coalesce(max(position), 0) as position from events) head
  left join lateral (
    select * from (
      select ${EVENT_COLUMNS} from events where position > $1 order by position limit ${WINDOW}
    ) coming
    where ${FILTER}
    order by position limit $4
  ) page on true
  order by page.position`;

const BACKWARDS = `
  select * from (
    select ${EVENT_COLUMNS} from events where position < $1 order by position desc limit ${WINDOW}
  ) going
  where ${FILTER}
  order by position desc limit $4`;

type HeadAndEvent = { readonly head: string } & (EventRow | { readonly position: null });

/** At most `limit` events that pass the filter behind `after`. */
export async function pageAfter(
  queries: Queries,
  after: Place,
  filter: LogFilter,
  limit: number,
): Promise<LogPage> {
  const rows = await queries.run<HeadAndEvent>('log-forwards', FORWARDS, [
    after,
    ...prefixesOf(filter),
    limit,
  ]);
  const events = rows.flatMap((row) => (row.position === null ? [] : [toRecordedEvent(row)]));
  const head = BigInt(rows[0]?.head ?? 0);
  const last = events.at(-1)?.position.commit ?? after;
  if (events.length === limit) return { events, place: last, atEnd: last === head };
  // So many rows have at least so many positions, more where there are gaps.
  const place = max(last, min(head, after + WINDOW));
  return { events, place, atEnd: head <= place };
}

async function pageBefore(
  queries: Queries,
  before: Place,
  filter: LogFilter,
  limit: number,
): Promise<LogPage> {
  const rows = await queries.run<EventRow>('log-backwards', BACKWARDS, [
    before,
    ...prefixesOf(filter),
    limit,
  ]);
  const events = rows.map(toRecordedEvent);
  const last = events.at(-1)?.position.commit ?? before;
  const place = events.length === limit ? last : min(last, before - WINDOW);
  return { events, place, atEnd: place <= 0n };
}

function prefixesOf({ streamPrefixes = [''], typePrefixes = [''] }: LogFilter): [string[], string[]] {
  return [streamPrefixes.map(toText), typePrefixes.map(toText)];
}

/** Position of the newest event, 0 while there is none. */
export async function headOf(queries: Queries): Promise<Place> {
  const [row] = await queries.run<{ head: string }>(
    'head',
    'select coalesce(max(position), 0) as head from events',
    [],
  );
  return BigInt(row?.head ?? 0);
}

/** The log up to its end as it is now, a page per query. */
export async function* readLog(
  queries: Queries,
  { after, direction = 'forwards', maxCount = Infinity, ...filter }: ReadAllOptions & LogFilter,
): AsyncGenerator<RecordedEvent> {
  const forwards = direction === 'forwards';
  const pageFrom = forwards ? pageAfter : pageBefore;
  const head = await headOf(queries);
  const behind = head + 1n;
  let place = forwards ? placeOf(after) : min(after === undefined ? behind : placeBefore(after), behind);
  let left = maxCount;
  for (let atEnd = false; left > 0 && !atEnd;) {
    const page = await pageFrom(queries, place, filter, Math.min(left, PAGE));
    yield* page.events.filter((event) => event.position.commit <= head);
    left -= page.events.length;
    place = page.place;
    atEnd = page.atEnd || (forwards && place >= head);
  }
}
