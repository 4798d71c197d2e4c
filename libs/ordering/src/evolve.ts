import { outstanding } from './amounts.js';
import { cancellationEvolution } from './cancellation/evolve.js';
import { changesEvolution } from './changes/evolve.js';
import { claimsEvolution } from './claims/evolve.js';
import { conversationEvolution } from './conversation/evolve.js';
import { type OrderEvent, type OrderEventType, type OrderPlaced } from './events.js';
import { type Evolution } from './evolution.js';
import { fulfilmentEvolution } from './fulfilment/evolve.js';
import { type Order } from './order.js';
import { paymentEvolution } from './payment/evolve.js';
import { placedOrder } from './placement/evolve.js';
import { refundsEvolution } from './refunds/evolve.js';
import { returnsEvolution } from './returns/evolve.js';
import { stockEvolution } from './stock/evolve.js';
import { vouchersEvolution } from './vouchers/evolve.js';

type LaterEvent = Exclude<OrderEvent, OrderPlaced>;

const evolution: Evolution<LaterEvent> = {
  ...paymentEvolution,
  ...fulfilmentEvolution,
  ...stockEvolution,
  ...cancellationEvolution,
  ...changesEvolution,
  ...returnsEvolution,
  ...conversationEvolution,
  ...claimsEvolution,
  ...refundsEvolution,
  ...vouchersEvolution,
};

/** The order after one more event; before its first event there is none. Facts are never refused. */
export function evolve(order: Order | undefined, event: OrderEvent): Order {
  if (event.type === 'OrderPlaced') return withPaidMark(placedOrder(event), event.at);
  if (order === undefined) throw new Error(`A stream must begin with OrderPlaced, not with ${event.type}.`);
  return withPaidMark(changeOf(event)(order, event), event.at);
}

/** The order that a history makes. */
export const fold = (events: readonly OrderEvent[]): Order | undefined =>
  events.reduce<Order | undefined>(evolve, undefined);

/** Whether this version of the software knows such an event. */
export const isOrderEventType = (type: string): type is OrderEventType =>
  type === 'OrderPlaced' || Object.hasOwn(evolution, type);

/** The record has the change of each event under its own type. */
function changeOf(event: LaterEvent): (order: Order, event: LaterEvent) => Order {
  if (!isOrderEventType(event.type))
    throw new Error(`This version of the software does not know the event ${String(event.type)}.`);
  return evolution[event.type] as (order: Order, event: LaterEvent) => Order;
}

/** Paid is when nothing is left to pay, be it by the last payment or because the unpaid part was cancelled. */
const withPaidMark = (order: Order, at: string): Order =>
  order.paidAt === undefined && outstanding(order) === 0 ? { ...order, paidAt: at } : order;
