import { type ClientBase } from 'pg';
import { type RecordedEvent, StreamDamaged, understood } from '@app/event-store';
import { type Parking, parkingFor } from '@app/followers';
import { decodeOrderEvent, type OrderLog, orderStream, orderStreamPrefix } from '@app/order-log';
import { type OrderEventType, type OrderPlaced } from '@app/ordering';
import { type Handle } from './follow-resource.js';
import { type Resource } from './resource.js';

export interface SettleOptions {
  readonly orderLog: OrderLog;
  readonly resources: readonly Resource[];
  readonly onUnsettled: (orderId: string, error: unknown) => void;
}

/** Settles what the orders of a batch hold. Each order is taken as it is now, so that none is settled for its past. */
export const settleOrders =
  (options: SettleOptions): Handle =>
  async (client, events) => {
    const parkings = new Map<string, Parking>();
    for (const recorded of events) {
      try {
        if (recorded.type === 'OrderPlaced') await expectReservations(client, recorded, options);
        if (recorded.type === 'VoucherIssued') await bringAbout(recorded, options);
        if (bringingBack.includes(recorded.type)) await expectBack(client, recorded, options);
      } catch (error) {
        if (!(error instanceof StreamDamaged)) throw error;
        parkings.set(recorded.stream, parkingFor(recorded, error));
      }
    }
    const newest = new Map(events.map((event) => [event.stream, event]));
    const orderIds = [...newest.keys()].map((stream) => stream.slice(orderStreamPrefix.length));
    const { rows } = await client.query<ReservationRow>(
      'select stream, order_id from reservations where order_id = any ($1) order by order_id, stream',
      [orderIds],
    );
    for (const row of rows) {
      const stream = orderStream(row.order_id);
      if (parkings.has(stream)) continue;
      const damage = await settleReservation(client, row, options);
      if (damage !== undefined) parkings.set(stream, parkingFor(newest.get(stream)!, damage));
    }
    return [...parkings.values()];
  };

/** Notes that the order has come for which things were reserved. */
async function expectReservations(
  client: ClientBase,
  recorded: RecordedEvent,
  { resources }: SettleOptions,
): Promise<void> {
  const { event, orderId } = understood(recorded, decodeOrderEvent);
  const streams = resources.flatMap((resource) => resource.streamsOf(event as OrderPlaced));
  await expectSettling(client, orderId, streams);
}

const bringingBack: readonly string[] = [
  'PackageReceivedBack',
  'PackageMarkTakenBack',
] satisfies OrderEventType[];

/** Notes that something of an order came back, which held nothing any more. */
async function expectBack(
  client: ClientBase,
  recorded: RecordedEvent,
  { orderLog, resources }: SettleOptions,
): Promise<void> {
  const { orderId } = understood(recorded, decodeOrderEvent);
  const { order } = (await orderLog.read(orderId))!;
  const streams = resources.flatMap((resource) => resource.takesBack?.(order) ?? []);
  await expectSettling(client, orderId, streams);
}

/** What the order promises comes to be; the order's commands have mostly been ahead. */
async function bringAbout(recorded: RecordedEvent, { orderLog, resources }: SettleOptions): Promise<void> {
  const { orderId } = understood(recorded, decodeOrderEvent);
  const { order } = (await orderLog.read(orderId))!;
  for (const resource of resources) await resource.bringAbout?.(order);
}

async function expectSettling(
  client: ClientBase,
  orderId: string,
  streams: readonly string[],
): Promise<void> {
  for (const stream of streams)
    await client.query(
      `insert into reservations (stream, order_id, ordered) values ($1, $2, true)
       on conflict (stream, order_id) do update set ordered = true`,
      [stream, orderId],
    );
}

export interface ReservationRow {
  readonly stream: string;
  readonly order_id: string;
}

/**
 * Settles one order's hold on one stream. Where the order or the stream cannot be read, the order keeps what it holds
 * behind all others that wait, and the reason is reported and given.
 */
export async function settleReservation(
  client: ClientBase,
  { stream, order_id: orderId }: ReservationRow,
  { orderLog, resources, onUnsettled }: SettleOptions,
): Promise<Error | undefined> {
  try {
    const folded = await orderLog.read(orderId);
    const resource = resources.find(({ prefix }) => stream.startsWith(prefix));
    const held = await resource?.settle(stream, orderId, folded);
    await client.query(
      held === false
        ? 'delete from reservations where stream = $1 and order_id = $2'
        : 'update reservations set ordered = ordered or $3 where stream = $1 and order_id = $2',
      held === false ? [stream, orderId] : [stream, orderId, folded !== undefined],
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof StreamDamaged)) throw error;
    onUnsettled(orderId, error);
    await client.query('update reservations set since = now() where stream = $1 and order_id = $2', [
      stream,
      orderId,
    ]);
    // Of the order itself nothing is damaged where it is the stream of what it holds.
    return error.stream === orderStream(orderId) ? error : new Error(error.message);
  }
}
