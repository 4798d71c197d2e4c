import { type Order, type OrderEvent, type OrderEventType } from '@app/ordering';
import { type StatusChanges } from './status-event.js';
import { type statusEventTypes } from './status-event-types.js';

/** What an event of the type tells the world, given the order after it. */
export type Describe<Type extends OrderEventType> = (
  event: Extract<OrderEvent, { type: Type }>,
  after: Order,
) => StatusChanges[(typeof statusEventTypes)[Type]];

export type Descriptions<Type extends OrderEventType = OrderEventType> = {
  readonly [T in Type]: Describe<T>;
};
