import { type Order } from '@app/ordering';
import { evolveEntry } from './folded-order.js';
import { type OrderEntry } from './order-entry.js';

/** The order as it was at an instant (ISO 8601): folded from what had happened to it by then. Throws `StreamDamaged`. */
export function asOf(history: readonly OrderEntry[], instant: string): Order | undefined {
  const end = history.findIndex((entry) => Date.parse(entry.event.at) > Date.parse(instant));
  const past = end < 0 ? history : history.slice(0, end);
  return past.reduce<Order | undefined>(evolveEntry, undefined);
}
