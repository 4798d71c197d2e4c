import { positionText } from '@app/event-store';
import { type OrderEntry } from '@app/order-log';

/** An entry of the log as one line of JSON; its position is a string, as JSON numbers end at 2^53. */
export const entryJson = (entry: OrderEntry): string =>
  JSON.stringify({ ...entry, position: positionText(entry.position) });
