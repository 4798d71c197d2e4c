import { type Pool } from 'pg';
import { type EventStore, isOfServer, type Position } from '@app/event-store';
import { listParked } from './parked-streams.js';
import { readBookmark } from './bookmark.js';

/** How a follower of the log gets on. */
export interface Standing {
  readonly position: Position | undefined;
  /** Time since it moved on while something was to do; 0 where there is nothing. */
  readonly stalledSeconds: number;
  /** Streams that it passes over, without those that an operator has dropped. */
  readonly parked: number;
}

/** How the follower of the streams with this prefix gets on, as its database tells. */
export async function standingOf(
  pool: Pool,
  store: EventStore,
  follower: string,
  prefix: string,
): Promise<Standing> {
  const { position } = await readBookmark(pool, follower);
  const parked = await listParked(pool, { follower });
  const passedOver = new Set(parked.map(({ stream }) => stream));
  let since: Date | undefined;
  for await (const event of store.readAll({ after: position, streamPrefixes: [prefix], maxCount: 100 })) {
    if (isOfServer(event) || passedOver.has(event.stream)) continue;
    since = event.created;
    break;
  }
  return {
    position,
    stalledSeconds: since === undefined ? 0 : await secondsSince(pool, follower, since),
    parked: parked.filter(({ dropped }) => dropped === undefined).length,
  };
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
