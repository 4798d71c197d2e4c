import { type OrderEventType, publicEvents, type PublicName } from '@app/ordering';

/** The public name of what happened, with its version: a breaking change gets a new version beside the old one. */
export type StatusEventType<Type extends OrderEventType = OrderEventType> =
  `orders.status.${PublicName<Type>}.v1`;

/** The type of the status event that an event of the domain makes. */
export const statusEventType = (type: OrderEventType): StatusEventType =>
  `orders.status.${publicEvents[type].name}.v1`;

/** All of them. */
export const statusEventTypes: readonly StatusEventType[] = Object.values(publicEvents).map(({ type }) =>
  statusEventType(type),
);
