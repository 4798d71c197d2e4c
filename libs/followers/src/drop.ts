import { type Pool } from 'pg';
import { type ParkedStream } from './parked-streams.js';

/** An operator knows of a parked stream: it stays parked, and nobody is reminded of it any more. */
export async function dropStream(
  pool: Pool,
  { follower, stream }: Pick<ParkedStream, 'follower' | 'stream'>,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<void> {
  await pool.query(
    `update parked_streams set dropped_by = $3, dropped_at = now(), dropped_for = $4
     where follower = $1 and stream = $2`,
    [follower, stream, by, reason],
  );
}
