import { type OrderEntry } from '@app/order-log';
import { type OrderEventType } from '@app/ordering';
import { type Cause, causeOf, type OrderView } from './order-view.js';
import { tell } from './timeline-sentences.js';

/** One event of an order, told to its buyer and its seller. No personal data: no address, note or evidence. */
export interface TimelineRow {
  readonly orderId: string;
  readonly revision: number;
  /** When it happened (ISO 8601, UTC); the order of the rows comes from the revision. */
  readonly at: string;
  readonly type: OrderEventType;
  readonly buyerLabel: string;
  readonly sellerLabel: string;
  /** The event's particulars for programs: who was behind it, amounts, package ids and the like. */
  readonly facts: { readonly by: Cause } & Readonly<Record<string, unknown>>;
}

/** The row of an event, given the view after it. Costs the same at any length of the order's history. */
export function timelineRow(view: OrderView, entry: OrderEntry): TimelineRow {
  const { orderId, revision, event } = entry;
  const { buyerLabel, sellerLabel, facts } = tell(view, entry);
  return {
    orderId,
    revision,
    at: event.at,
    type: event.type,
    buyerLabel,
    sellerLabel,
    facts: { by: causeOf(entry), ...facts },
  };
}
