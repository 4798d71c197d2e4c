import { max, min } from '../bigints.js';
import { type ReadAllOptions, type RecordedEvent } from '../event-store.port.js';
import { EVENT_COLUMNS, toRecordedEvent, type EventRow } from './event-row.js';
import { type Queries } from './queries.js';

/** Part of the log, in the direction of reading. */
export interface LogPage {
  readonly events: readonly RecordedEvent[];
  /** What was asked for has been looked at up to here. */
  readonly position: bigint;
  /** No more was there at the time of the query. */
  readonly atEnd: boolean;
}

const PAGE = 500;

/**
 * Rows that one query looks at: bounds its time where few streams have the prefix. Taken by count, PostgreSQL reads
 * them along the index and stops at the limit; given a range of positions it may sort them all first.
 */
const WINDOW = 10_000n;

/** Head and events are of one snapshot, so everything before the head has been seen. */
const FORWARDS = `
  select head.position as head, page.*
  from (select coalesce(max(position), 0) as position from events) head
  left join lateral (
    select * from (
      select ${EVENT_COLUMNS} from events where position > $1 order by position limit ${WINDOW}
    ) coming
    where starts_with(stream, $2)
    order by position limit $3
  ) page on true
  order by page.position`;

const BACKWARDS = `
  select * from (
    select ${EVENT_COLUMNS} from events where position < $1 order by position desc limit ${WINDOW}
  ) going
  where starts_with(stream, $2)
  order by position desc limit $3`;

type HeadAndEvent = { readonly head: string } & (EventRow | { readonly position: null });

/** At most `limit` events of streams with the prefix behind `after`. */
export async function pageAfter(
  queries: Queries,
  after: bigint,
  prefix: string,
  limit: number,
): Promise<LogPage> {
  const rows = await queries.run<HeadAndEvent>('log-forwards', FORWARDS, [after, prefix, limit]);
  const events = rows.flatMap((row) => (row.position === null ? [] : [toRecordedEvent(row)]));
  const head = BigInt(rows[0]?.head ?? 0);
  const last = events.at(-1)?.position ?? after;
  if (events.length === limit) return { events, position: last, atEnd: last === head };
  // So many rows have at least so many positions, more where there are gaps.
  const position = max(last, min(head, after + WINDOW));
  return { events, position, atEnd: head <= position };
}

async function pageBefore(queries: Queries, before: bigint, prefix: string, limit: number): Promise<LogPage> {
  const rows = await queries.run<EventRow>('log-backwards', BACKWARDS, [before, prefix, limit]);
  const events = rows.map(toRecordedEvent);
  const last = events.at(-1)?.position ?? before;
  const position = events.length === limit ? last : min(last, before - WINDOW);
  return { events, position, atEnd: position <= 0n };
}

/** Position of the newest event, 0 while there is none. */
export async function headOf(queries: Queries): Promise<bigint> {
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
  { after, direction = 'forwards', maxCount = Infinity, streamPrefix = '' }: ReadAllOptions,
): AsyncGenerator<RecordedEvent> {
  const forwards = direction === 'forwards';
  const pageFrom = forwards ? pageAfter : pageBefore;
  const head = await headOf(queries);
  const behind = head + 1n;
  let position = forwards ? (after ?? 0n) : min(after ?? behind, behind);
  let left = maxCount;
  for (let atEnd = false; left > 0 && !atEnd;) {
    const page = await pageFrom(queries, position, streamPrefix, Math.min(left, PAGE));
    yield* page.events.filter((event) => event.position <= head);
    left -= page.events.length;
    position = page.position;
    atEnd = page.atEnd || (forwards && position >= head);
  }
}
