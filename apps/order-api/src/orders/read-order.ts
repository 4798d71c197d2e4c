import { type Engines } from '@app/engines';
import { type OrderEntry } from '@app/order-log';
import { type Actor, isNamed, mayReach, type NamedActor, type Order, type OrderPlaced } from '@app/ordering';
import { listMessages, type MessagePage, type OrderDetail, orderDetail } from '@app/read-models';
import { findTracking, type OrderTracking } from '@app/tracking';
import { orderNotFound } from '../access/access.js';
import { namedActor } from '../access/named-actor.js';
import { awaitRevision } from './await-revision.js';
import { ofShownOrder } from './undamaged-order.js';

// What people read of one order. Each throws 404 for an order that the reader does not reach, as for one that is none,
// and shows at least what this process has written: a reader finds what a command was just answered.

/** The order with its timeline. */
export const readDetail = (engines: Engines, orderId: string, reader: Actor): Promise<OrderDetail> =>
  ofShownOrder(engines, orderId, reader, async () => {
    const { orderLog, database } = engines;
    const seen = orderLog.lastSeen(orderId);
    const detail = await orderDetail(database.pool, orderId);
    if (detail !== undefined && detail.view.revision >= (seen?.revision ?? 0))
      return mayReach(detail.view.order, reader) ? detail : refuse();
    const { revision } = await recorded(engines, orderId, reader);
    await awaitRevision(database.pool, orderId, revision);
    return (await orderDetail(database.pool, orderId)) ?? refuse();
  });

/** Its entries in the log, oldest first. */
export const readOrderHistory = (
  engines: Engines,
  orderId: string,
  reader: Actor,
): Promise<readonly OrderEntry[]> =>
  ofShownOrder(engines, orderId, reader, async () => {
    const entries = await engines.orderLog.history(orderId);
    const placed = entries[0]?.event as OrderPlaced | undefined;
    return placed !== undefined && mayReach(placed.data, reader) ? entries : refuse();
  });

/** A page of its messages, the newest first; those older than `before`, where it is given. */
export const readMessages = (
  engines: Engines,
  orderId: string,
  reader: Actor,
  page: { readonly before?: number; readonly limit: number },
): Promise<MessagePage> =>
  ofShownOrder(engines, orderId, reader, async () => {
    const { revision } = await recorded(engines, orderId, reader);
    await awaitRevision(engines.database.pool, orderId, revision);
    return listMessages(engines.database.pool, orderId, page);
  });

/**
 * Where its packages are, which follows the status events: until the first package's has come through, there are none.
 * A carrier sees its own.
 */
export const readTracking = (engines: Engines, orderId: string, reader: Actor): Promise<OrderTracking> =>
  ofShownOrder(engines, orderId, reader, async () => {
    const party = await namedActor(engines, reader);
    const { buyerId, sellerId } = (await recorded(engines, orderId, party)).order;
    const { packages = [] } = (await findTracking(engines.database.pool, orderId)) ?? {};
    const shown =
      party.role === 'carrier' ? packages.filter(({ carrier }) => isNamed(party, carrier)) : packages;
    return { orderId, buyerId, sellerId, packages: shown };
  });

/** The order as the log has it. */
async function recorded(
  { orderLog }: Engines,
  orderId: string,
  reader: NamedActor,
): Promise<{ readonly order: Order; readonly revision: number }> {
  // Buyer and seller of an order stay; who carries its packages may just have changed.
  const seen = reader.role === 'carrier' ? undefined : orderLog.lastSeen(orderId);
  const found = seen ?? (await orderLog.read(orderId));
  return found !== undefined && mayReach(found.order, reader) ? found : refuse();
}

function refuse(): never {
  throw orderNotFound();
}
