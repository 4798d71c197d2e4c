import { type Pool } from 'pg';
import { listParkedStreams, type ParkedStream } from '@app/followers';
import { orderStream, orderStreamPrefix } from '@app/order-log';
import { offerStreamPrefix, quoteStreamPrefix } from '@app/quotes';
import { deadlinesFollower, projector } from '@app/read-models';
import { couponStreamPrefix, followerOf, stockStreamPrefix } from '@app/reservations';
import { publisher } from '@app/status-events';

/** All who follow the event log and pass over streams that they cannot go on with. */
export const followers: readonly string[] = [
  projector,
  publisher,
  ...[orderStreamPrefix, couponStreamPrefix, stockStreamPrefix, offerStreamPrefix, quoteStreamPrefix].map(
    followerOf,
  ),
  deadlinesFollower,
];

/** What the followers have parked of an order, or of the stream of that name: all of them, or one; none where a group is asked for. */
export async function streamsOf(pool: Pool, name: string, asked?: string): Promise<ParkedStream[]> {
  const streams = [name, orderStream(name)];
  const parked = await Promise.all(streams.map((stream) => listParkedStreams(pool, { stream })));
  return parked.flat().filter(({ follower }) => follower === (asked ?? follower));
}

/** What is wrong, since when, and who knows of it. */
export const streamText = ({ follower, stream, revision, reason, problem, since, dropped }: ParkedStream) =>
  `${follower}  ${stream}  from event ${revision}  ${reason}: ${problem}  since ${since.toISOString()}` +
  (dropped === undefined ? '' : `  dropped by ${dropped.by}: ${dropped.reason}`);

export const streamJson = ({ position: _, ...parked }: ParkedStream): string => JSON.stringify(parked);

/** All that is known of one, over lines. */
export const streamLines = (parked: ParkedStream): string[] => [
  `Stream ${parked.stream}, from event ${parked.revision} on`,
  `  parked   by ${parked.follower} at ${parked.since.toISOString()}: ${parked.reason}`,
  `  problem  ${parked.problem}`,
  ...(parked.releaseAsked ? ['  release  asked for, and not tried yet'] : []),
  ...(parked.dropped === undefined
    ? []
    : [`  dropped  by ${parked.dropped.by} at ${parked.dropped.at.toISOString()}: ${parked.dropped.reason}`]),
];
