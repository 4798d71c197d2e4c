import { histories } from './histories.js';
import { statusEventsOf } from './status-events-of.js';

/** Each event as its type's own name, the status that it leads to, and what it says of the change. */
export const published = (history: keyof typeof histories) =>
  statusEventsOf(histories[history]).map(({ type, data }) => [
    type.split('.')[2],
    data.after.status,
    JSON.parse(JSON.stringify(data.change)),
  ]);
