import { listParkedStreams } from '@app/followers';
import { parkedCounts } from '@app/status-events';
import { type Engines } from './engines.js';

/**
 * How many streams each follower of the log, and how many orders each consumer of status events, has set aside for a
 * person, without those that an operator has dropped; undefined where there are none. Names are for `parked list`:
 * readiness asks for no token.
 */
export async function parkedIn({ database: { pool } }: Engines): Promise<Record<string, number> | undefined> {
  const [streams, groups] = await Promise.all([listParkedStreams(pool, {}), parkedCounts(pool)]);
  const counts: Record<string, number> = {};
  for (const { follower, dropped } of streams)
    if (dropped === undefined) counts[follower] = (counts[follower] ?? 0) + 1;
  for (const { group, orders } of groups) counts[group] = orders;
  return Object.keys(counts).length === 0 ? undefined : counts;
}
