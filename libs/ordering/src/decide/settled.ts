import { settledChanges } from '../changes/outcomes.js';
import { type OrderEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { provided } from '../fulfilment/provided.js';
import { unpacked } from '../fulfilment/unpacked.js';
import { type Order } from '../order.js';

/** What settles by itself: changes end, cancelled units leave their package, goods that need no shipping are provided. */
export function settled(order: Order, at: string): OrderEvent[] {
  const changes = settledChanges(order, at);
  const changed = changes.reduce(evolve, order);
  return [...changes, ...unpacked(changed, at), ...provided(changed, at)];
}
