import { StreamDamaged } from '@app/event-store';
import { evolve, type Order } from '@app/ordering';
import { type OrderEntry, orderStream } from './order-entry.js';

/** An order as its events have made it. */
export interface FoldedOrder {
  readonly order: Order;
  /** Of its last event. */
  readonly revision: number;
}

/** Throws `StreamDamaged` for an event that does not follow from those before it. */
export function evolveEntry(order: Order | undefined, { event, orderId, revision }: OrderEntry): Order {
  try {
    return evolve(order, event);
  } catch (error) {
    throw StreamDamaged.byEvent({ stream: orderStream(orderId), revision, type: event.type }, error);
  }
}
