import { type ReadStreamOptions, type RecordedEvent, StreamTombstoned } from '../event-store.port.js';
import { EVENT_COLUMNS, toRecordedEvent, type EventRow } from './event-row.js';
import { type Queries } from './queries.js';

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

const TOMBSTONED = `select from events where stream = $1 and revision = 9223372036854775807`;

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
      stream,
      next,
      limit,
    ]);
    const events = rows.map(toRecordedEvent);
    yield* events;
    const last = events.at(-1);
    if (last === undefined && (await queries.run('stream-tombstoned', TOMBSTONED, [stream])).length > 0)
      throw new StreamTombstoned(stream);
    if (last === undefined || events.length < limit) return;
    next = last.revision + (forwards ? 1 : -1);
  }
}
