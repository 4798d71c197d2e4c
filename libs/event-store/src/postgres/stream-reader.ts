import { type ReadStreamOptions, type RecordedEvent, StreamTombstoned } from '../event-store.port.js';
import { type StreamView } from '../served-event-store.port.js';
import { EVENT_COLUMNS, type EventRow, toRecordedEvent } from './event-row.js';
import { type Queries } from './queries.js';
import { toText } from './text.js';

const PAGE = 500;

/** Behind every revision that an event can have; the tombstone itself is never given. */
const END = '9223372036854775806';

const FORWARDS = `
  select ${EVENT_COLUMNS} from events
  where stream = $1 and revision between greatest($2, (select first_visible_revision($1))) and ${END}
  order by revision limit $3`;

const BACKWARDS = `
  select ${EVENT_COLUMNS} from events
  where stream = $1 and revision between (select first_visible_revision($1)) and $2
  order by revision desc limit $3`;

const TOMBSTONED = `select stream_head($1) = 9223372036854775807 as tombstoned`;

/** A stream's visible events, a page per query. Throws `StreamTombstoned`. */
export async function* readStream(
  queries: Queries,
  stream: string,
  { from, direction = 'forwards', maxCount = Infinity }: ReadStreamOptions,
): AsyncGenerator<RecordedEvent> {
  const forwards = direction === 'forwards';
  let next: number | string = from ?? (forwards ? 0 : END);
  for (let left = maxCount; left > 0; left -= PAGE) {
    const limit = Math.min(left, PAGE);
    const rows = await queries.run<EventRow>(`stream-${direction}`, forwards ? FORWARDS : BACKWARDS, [
      toText(stream),
      next,
      limit,
    ]);
    const events = rows.map(toRecordedEvent);
    yield* events;
    const last = events.at(-1);
    if (last === undefined && (await tombstoned(queries, stream))) throw new StreamTombstoned(stream);
    if (last === undefined || events.length < limit) return;
    next = last.revision + (forwards ? 1 : -1);
  }
}

async function tombstoned(queries: Queries, stream: string): Promise<boolean> {
  const [row] = await queries.run<{ tombstoned: boolean }>('stream-tombstoned', TOMBSTONED, [toText(stream)]);
  return row?.tombstoned ?? false;
}

export async function viewStream(queries: Queries, stream: string): Promise<StreamView> {
  const [row] = await queries.run<{ state: StreamView['state']; head: string; first: string }>(
    'stream-view',
    'select stream_state($1) as state, stream_head($1) as head, first_visible_revision($1) as first',
    [toText(stream)],
  );
  if (!row) throw new Error('PostgreSQL gave no row for a stream.');
  return { state: row.state, head: Number(row.head), firstVisible: Number(row.first) };
}
