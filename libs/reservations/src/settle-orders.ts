import { type ClientBase } from 'pg';
import { EventStoreUnavailable } from '@app/event-store';
import { decode, type FoldedOrder, type OrderLog, orderStreamPrefix } from '@app/order-log';
import { type Handle } from './follow.js';
import { type Resource } from './resource.js';

export interface Settling {
  readonly orderLog: OrderLog;
  readonly resources: readonly Resource[];
  readonly onUnsettled: (orderId: string, error: unknown) => void;
}

/** Settles what the orders of a batch hold. Each order is taken as it is now, so that none is settled for its past. */
export const settleOrders =
  (settling: Settling): Handle =>
  async (client, events) => {
    const { resources } = settling;
    for (const recorded of events) {
      if (recorded.type !== 'OrderPlaced') continue;
      const { event, orderId } = decode(recorded);
      if (event.type !== 'OrderPlaced') continue;
      for (const stream of resources.flatMap((resource) => resource.streamsOf(event)))
        await client.query(
          `insert into reservations (stream, order_id, ordered) values ($1, $2, true)
           on conflict (stream, order_id) do update set ordered = true`,
          [stream, orderId],
        );
    }
    const orderIds = [...new Set(events.map(({ stream }) => stream.slice(orderStreamPrefix.length)))];
    const { rows } = await client.query<HeldRow>(
      'select stream, order_id from reservations where order_id = any ($1) order by order_id, stream',
      [orderIds],
    );
    for (const row of rows) await settleHold(client, row, settling);
  };

export interface HeldRow {
  readonly stream: string;
  readonly order_id: string;
}

/** Settles one order's hold on one stream; what the order cannot be told about stays held, and is reported. */
export async function settleHold(
  client: ClientBase,
  { stream, order_id: orderId }: HeldRow,
  { orderLog, resources, onUnsettled }: Settling,
): Promise<void> {
  let folded: FoldedOrder | undefined;
  try {
    folded = await orderLog.read(orderId);
  } catch (error) {
    if (error instanceof EventStoreUnavailable) throw error;
    onUnsettled(orderId, error);
    // Goes behind the others that wait.
    await client.query('update reservations set since = now() where stream = $1 and order_id = $2', [
      stream,
      orderId,
    ]);
    return;
  }
  const resource = resources.find(({ prefix }) => stream.startsWith(prefix));
  const held = await resource?.settle(stream, orderId, folded);
  await client.query(
    held === false
      ? 'delete from reservations where stream = $1 and order_id = $2'
      : 'update reservations set ordered = ordered or $3 where stream = $1 and order_id = $2',
    held === false ? [stream, orderId] : [stream, orderId, folded !== undefined],
  );
}
