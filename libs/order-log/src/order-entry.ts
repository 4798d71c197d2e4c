import { type Position } from '@app/event-store';
import { type OrderEvent } from '@app/ordering';
import { type EventMetadata } from './event-metadata.js';

/** An event of an order with its place in the log. */
export interface OrderEntry {
  readonly id: string;
  readonly orderId: string;
  /** Place in the order's history, from 0 without gaps. */
  readonly revision: number;
  /** Place in the whole log. */
  readonly position: Position;
  readonly event: OrderEvent;
  readonly metadata: EventMetadata;
}

/** Streams of orders begin with this; what follows is the order's id. */
export const orderStreamPrefix = 'order-';

export const orderStream = (orderId: string): string => `${orderStreamPrefix}${orderId}`;
