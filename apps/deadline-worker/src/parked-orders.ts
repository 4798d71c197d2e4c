import { type Pool } from 'pg';
import { withTransaction } from '@app/database';
import { positionAt, StreamDamaged } from '@app/event-store';
import { listParkedStreams, type ParkedStream, ParkedStreams, parkingFor } from '@app/followers';
import { type OrderCommands, orderStream, orderStreamPrefix } from '@app/order-log';
import { deadlinesFollower } from '@app/read-models';
import { fireTimers } from './fire-timers.js';

interface Retry {
  readonly pool: Pool;
  readonly orderCommands: Pick<OrderCommands, 'execute'>;
  /** What has fallen due by then happens then. */
  readonly now: Date;
}

/** Takes no deadline of the order any more. Where in the log the damage stands is all the same here. */
export const parkDeadlines = (pool: Pool, orderId: string, damage: StreamDamaged): Promise<void> =>
  withTransaction(pool, async (client) => {
    const place = { stream: orderStream(orderId), revision: damage.revision, position: positionAt(0n) };
    const parked = await ParkedStreams.of(client, deadlinesFollower);
    await parked.park(client, [parkingFor(place, problemOf(place.stream, damage))]);
  });

/** Has some of the parked orders look at what is due in them; they are parked no more where their history is whole. */
export async function retryParkedDeadlines(
  { pool, orderCommands, now }: Retry,
  which: (parked: ParkedStream) => boolean = () => true,
): Promise<void> {
  const parked = await listParkedStreams(pool, { follower: deadlinesFollower });
  for (const { stream } of parked.filter(which)) {
    const firing = fireTimers(stream.slice(orderStreamPrefix.length), now.toISOString());
    const damage = await orderCommands.execute(firing).then(() => undefined, damageIn);
    await withTransaction(pool, async (client) => {
      const streams = await ParkedStreams.of(client, deadlinesFollower);
      await (damage === undefined
        ? streams.unpark(client, stream)
        : streams.keep(client, stream, problemOf(stream, damage)));
    });
  }
}

/** The order itself is whole where it is the stream of something that it needs. */
const problemOf = (stream: string, damage: StreamDamaged): Error =>
  damage.stream === stream ? damage : new Error(damage.message);

function damageIn(error: unknown): StreamDamaged {
  if (error instanceof StreamDamaged) return error;
  throw error;
}
