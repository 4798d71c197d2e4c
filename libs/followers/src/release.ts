import { setTimeout as pause } from 'node:timers/promises';
import { type ClientBase, type Pool } from 'pg';
import {
  type EventStore,
  isBehind,
  type Position,
  type RecordedEvent,
  refuseTruncated,
} from '@app/event-store';
import { type ParkedStream } from './parked-streams.js';

/** How soon a follower sees that a release was asked for, in ms. */
const lookEveryMs = 500;

type Queryable = Pick<ClientBase | Pool, 'query'>;

/** Asks the followers of a stream to try it again; they do so within a second where they run. */
export async function askRelease(client: Queryable, stream: string): Promise<void> {
  const sql = 'update parked_streams set release_asked = true where stream = $1';
  await (client as ClientBase).query(sql, [stream]);
}

/** Resolves when a release was asked of the follower, or the signal aborts. Failures of the database are waited out. */
export async function untilReleaseAsked(pool: Pool, follower: string, signal: AbortSignal): Promise<void> {
  const sql = 'select exists (select from parked_streams where follower = $1 and release_asked) as asked';
  while (!signal.aborted) {
    await pause(lookEveryMs, undefined, { signal, ref: false }).catch(() => {});
    const { rows } = await pool.query<{ asked: boolean }>(sql, [follower]).catch(() => ({ rows: [] }));
    if (rows[0]?.asked) return;
  }
}

/**
 * What a follower that stands at `upTo` has not handled of a parked stream.
 * Throws `StreamDamaged` where the stream is as damaged as before.
 */
export async function unhandled(
  store: EventStore,
  { stream, position }: Pick<ParkedStream, 'stream' | 'position'>,
  upTo: Position | undefined,
): Promise<RecordedEvent[]> {
  await refuseTruncated(store, stream);
  const events: RecordedEvent[] = [];
  for await (const event of store.readStream(stream))
    if (!isBehind(position, event.position) && upTo && !isBehind(event.position, upTo)) events.push(event);
  return events;
}
