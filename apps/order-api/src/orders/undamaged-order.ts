import { type Engines } from '@app/engines';
import { StreamDamaged } from '@app/event-store';
import { listParkedStreams } from '@app/followers';
import { orderStream } from '@app/order-log';
import { type Actor, mayReach } from '@app/ordering';
import { orderDetail, projector } from '@app/read-models';
import { orderNotFound } from '../access/access.js';
import { namedActor } from '../access/named-actor.js';

/**
 * Carries out what somebody wants of an order. Throws `StreamDamaged` where its history is damaged. Those
 * who could not reach the order as it was last shown get the same answer as for an order that does not exist.
 */
export async function ofUndamagedOrder<T>(
  engines: Engines,
  orderId: string,
  party: Actor,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StreamDamaged && error.stream === orderStream(orderId)) {
      const shown = await orderDetail(engines.database.pool, orderId);
      const reaching = await namedActor(engines, party);
      if (shown !== undefined && !mayReach(shown.view.order, reaching)) throw orderNotFound();
    }
    throw error;
  }
}

/** The same for what is read from tables, which do not follow a damaged order any more. */
export const ofShownOrder = <T>(
  engines: Engines,
  orderId: string,
  reader: Actor,
  read: () => Promise<T>,
): Promise<T> =>
  ofUndamagedOrder(engines, orderId, reader, async () => {
    await refuseParked(engines, orderId);
    return read();
  });

async function refuseParked({ database: { pool } }: Engines, orderId: string): Promise<void> {
  const [parked] = await listParkedStreams(pool, { follower: projector, stream: orderStream(orderId) });
  if (parked !== undefined && parked.reason !== 'failed')
    throw new StreamDamaged(parked.stream, parked.revision, parked.reason, parked.problem);
}
