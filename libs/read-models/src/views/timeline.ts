import { type Cause, causeOf, type OrderEntry } from '@app/order-log';
import { type OrderEventType, timelineFacts } from '@app/ordering';
import { type OrderView } from './order-view.js';

/** One event of an order. No personal data: no address, note or evidence. */
export interface TimelineRow {
  readonly orderId: string;
  readonly revision: number;
  /** When it happened (ISO 8601, UTC); the order of the rows comes from the revision. */
  readonly at: string;
  readonly type: OrderEventType;
  /** Who was behind it, and what its own buyer and seller may know of the event. */
  readonly facts: { readonly by: Cause } & Readonly<Record<string, unknown>>;
}

/** The row of an event, given the view after it. Costs the same at any length of the order's history. */
export const timelineRow = (view: OrderView, entry: OrderEntry): TimelineRow => ({
  orderId: entry.orderId,
  revision: entry.revision,
  at: entry.event.at,
  type: entry.event.type,
  facts: { by: causeOf(entry), ...timelineFacts(entry.event, view.order) },
});
