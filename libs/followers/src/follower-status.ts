import { type Pool } from 'pg';
import { type EventStore, isOfServer, type Position, type RecordedEvent } from '@app/event-store';
import { readCheckpoint } from './checkpoint.js';
import { listParkedStreams, type ParkedStream } from './parked-streams.js';

/** How a follower of the log gets on. */
export interface FollowerStatus {
  readonly position: Position | undefined;
  /** Time since it moved on while something was to do; 0 where there is nothing. */
  readonly stalledSeconds: number;
  /** Streams that it passes over, without those that an operator has dropped. */
  readonly parked: number;
}

/** How the follower of the streams with this prefix gets on, as its database says. */
export async function followerStatus(
  pool: Pool,
  store: EventStore,
  follower: string,
  prefix: string,
): Promise<FollowerStatus> {
  const { position } = await readCheckpoint(pool, follower);
  const parked = await listParkedStreams(pool, { follower });
  const next = await nextEvent(store, position, prefix, parked);
  return {
    position,
    stalledSeconds: next === undefined ? 0 : await secondsSince(pool, follower, next.created),
    parked: parked.filter(({ dropped }) => dropped === undefined).length,
  };
}

/**
 * Whether the log holds something that the follower of the streams with this prefix has not handled; `after` is where it
 * stands, where it knows better than its checkpoint.
 */
export async function hasMore(
  pool: Pool,
  store: EventStore,
  follower: string,
  prefix: string,
  after?: Position,
): Promise<boolean> {
  const position = after ?? (await readCheckpoint(pool, follower)).position;
  const parked = await listParkedStreams(pool, { follower });
  return (await nextEvent(store, position, prefix, parked)) !== undefined;
}

/** The next event that is to be handled, of the next few. */
async function nextEvent(
  store: EventStore,
  after: Position | undefined,
  prefix: string,
  parked: readonly ParkedStream[],
): Promise<RecordedEvent | undefined> {
  const passedOver = new Set(parked.map(({ stream }) => stream));
  for await (const event of store.readAll({ after, streamPrefixes: [prefix], maxCount: 100 }))
    if (!isOfServer(event) && !passedOver.has(event.stream)) return event;
  return undefined;
}

/** Since it moved on last, or since there is something to do, whichever is later; by the clock of the database. */
async function secondsSince(pool: Pool, follower: string, waiting: Date): Promise<number> {
  const { rows } = await pool.query<{ seconds: number }>(
    `select greatest(0, extract(epoch from clock_timestamp() - greatest($2, (
       select moved_at from followers where name = $1))))::float8 as seconds`,
    [follower, waiting],
  );
  return rows[0]!.seconds;
}
