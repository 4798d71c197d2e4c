import { cancellationPublicEvents } from './cancellation/public-events.js';
import { changesPublicEvents } from './changes/public-events.js';
import { claimsPublicEvents } from './claims/public-events.js';
import { conversationPublicEvents } from './conversation/public-events.js';
import { type OrderEvent, type OrderEventType } from './events.js';
import { fulfilmentPublicEvents } from './fulfilment/public-events.js';
import { type Order } from './order.js';
import { paymentPublicEvents } from './payment/public-events.js';
import { placementPublicEvents } from './placement/public-events.js';
import { pickFields, type PublicEvent, type PublicValues } from './public-event.js';
import { refundsPublicEvents } from './refunds/public-events.js';
import { returnsPublicEvents } from './returns/public-events.js';
import { stockPublicEvents } from './stock/public-events.js';
import { vouchersPublicEvents } from './vouchers/public-events.js';

/**
 * What the world may know of each event. The status event and its contract, the timeline, notices and the command
 * line's history follow from it.
 */
export const publicEvents = {
  ...placementPublicEvents,
  ...paymentPublicEvents,
  ...fulfilmentPublicEvents,
  ...stockPublicEvents,
  ...cancellationPublicEvents,
  ...changesPublicEvents,
  ...returnsPublicEvents,
  ...claimsPublicEvents,
  ...refundsPublicEvents,
  ...vouchersPublicEvents,
  ...conversationPublicEvents,
} satisfies { readonly [T in OrderEventType]: PublicEvent & { readonly type: T } };

type PublicEvents = typeof publicEvents;

/** The public name of an event, for example `payment-captured`. */
export type PublicName<Type extends OrderEventType = OrderEventType> = PublicEvents[Type]['name'];

/** The public fields of an event. */
export type PublicFields<Type extends OrderEventType = OrderEventType> = {
  [T in Type]: PublicEvents[T] extends PublicEvent<string, infer Always, infer Sometimes>
    ? PublicValues<Always, Sometimes>
    : never;
}[Type];

/** Picks an event's public fields, given the order after it. */
export function publicFields<Type extends OrderEventType>(
  event: Extract<OrderEvent, { type: Type }>,
  after: Order,
): PublicFields<Type> {
  const { fields, optional, from } = descriptionOf(event);
  return pickFields({ ...fields, ...optional }, from(event, after)) as PublicFields<Type>;
}

/** Picks what an order's own buyer and seller may know of an event, given the order after it. */
export function timelineFacts(event: OrderEvent, after: Order): Readonly<Record<string, unknown>> {
  const { fields, optional, timeline, from } = descriptionOf(event);
  return pickFields(timeline ?? { ...fields, ...optional }, from(event, after));
}

const descriptionOf = ({ type }: OrderEvent) => ({
  from: ({ data }: OrderEvent, _after: Order): object => data,
  ...(publicEvents[type] as PublicEvent & { readonly from?: (event: OrderEvent, after: Order) => object }),
});
