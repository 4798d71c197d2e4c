import { changeEndedEvents } from '../changes/change-events.js';
import { type OrderEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { goodsProvidedEvents } from '../fulfilment/goods-provided-events.js';
import { packageUnpackedEvents } from '../fulfilment/package-unpacked-events.js';
import { type Order } from '../order.js';

/** What settles by itself: changes end, cancelled units leave their package, goods that need no shipping are provided. */
export function automaticEvents(order: Order, at: string): OrderEvent[] {
  const changes = changeEndedEvents(order, at);
  const changed = changes.reduce(evolve, order);
  return [...changes, ...packageUnpackedEvents(changed, at), ...goodsProvidedEvents(changed, at)];
}
