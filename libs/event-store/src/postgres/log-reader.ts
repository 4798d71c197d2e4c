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

/** Positions that one query looks at: bounds its time where few streams have the prefix. */
const WINDOW = 10_000n;

/** The head belongs to the same snapshot as the events, so everything before it has been seen. */
const FORWARDS = `
  select head.position as head, page.*
  from (select coalesce(max(position), 0) as position from events) head
  left join lateral (
    select ${EVENT_COLUMNS} from events
    where position > $1 and position <= least($2, head.position) and starts_with(stream, $3)
    order by position limit $4
  ) page on true
  order by page.position`;

const BACKWARDS = `
  select ${EVENT_COLUMNS} from events
  where position < $1 and position >= $2 and starts_with(stream, $3)
  order by position desc limit $4`;

type HeadAndEvent = { readonly head: string } & (EventRow | { readonly position: null });

/** At most `limit` events of streams with the prefix behind `after`. */
export async function pageAfter(
  queries: Queries,
  after: bigint,
  prefix: string,
  limit: number,
): Promise<LogPage> {
  const to = after + WINDOW;
  const rows = await queries.run<HeadAndEvent>('log-forwards', FORWARDS, [after, to, prefix, limit]);
  const events = rows.flatMap((row) => (row.position === null ? [] : [toRecordedEvent(row)]));
  const head = BigInt(rows[0]?.head ?? 0);
  const last = events.at(-1);
  if (last && events.length === limit)
    return { events, position: last.position, atEnd: last.position === head };
  // A reader who knows more than this log (one restored from a backup) stays where it is.
  const seen = head < to ? head : to;
  return { events, position: seen > after ? seen : after, atEnd: head <= to };
}

async function pageBefore(queries: Queries, before: bigint, prefix: string, limit: number): Promise<LogPage> {
  const from = before - WINDOW;
  const rows = await queries.run<EventRow>('log-backwards', BACKWARDS, [before, from, prefix, limit]);
  const events = rows.map(toRecordedEvent);
  const last = events.at(-1);
  if (last && events.length === limit) return { events, position: last.position, atEnd: false };
  return { events, position: from, atEnd: from <= 0n };
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
  const head = await headOf(queries);
  let position: bigint;
  let pageFrom: typeof pageAfter;
  if (direction === 'forwards') [position, pageFrom] = [after ?? 0n, pageAfter];
  else [position, pageFrom] = [after === undefined || after > head ? head + 1n : after, pageBefore];
  let left = maxCount;
  let atEnd = false;
  while (left > 0 && !atEnd) {
    const page = await pageFrom(queries, position, streamPrefix, Math.min(left, PAGE));
    yield* page.events.filter((event) => event.position <= head);
    left -= page.events.length;
    position = page.position;
    atEnd = page.atEnd || (direction === 'forwards' && position >= head);
  }
}
