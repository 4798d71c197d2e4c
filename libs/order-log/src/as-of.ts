import { fold, type Order } from '@app/ordering';
import { type OrderEntry } from './order-entry.js';

/** The order as it was at an instant (ISO 8601): folded from what had happened to it by then. */
export function asOf(history: readonly OrderEntry[], instant: string): Order | undefined {
  const end = history.findIndex((entry) => Date.parse(entry.event.at) > Date.parse(instant));
  return fold((end < 0 ? history : history.slice(0, end)).map((entry) => entry.event));
}
