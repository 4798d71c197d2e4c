import { type OrderCompleted, type OrderEvent } from '../events.js';

/** An order is done, and from then on its buyer can tell how it was. */
export const completionEvents = (at: string, data: OrderCompleted['data']): OrderEvent[] => [
  { type: 'OrderCompleted', at, data },
  { type: 'ReviewRequested', at, data: {} },
];
