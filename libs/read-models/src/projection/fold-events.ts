import { type Position, type RecordedEvent } from '@app/event-store';
import { decode } from '@app/order-log';
import { type MessageRow, messageRows } from '../views/message-row.js';
import { type OrderView } from '../views/order-view.js';
import { type TimelineRow, timelineRow } from '../views/timeline.js';
import { viewAfter } from '../views/view-order.js';

/** What some events made of one order's view. */
export interface OrderChange {
  readonly orderId: string;
  readonly before: OrderView | undefined;
  readonly after: OrderView;
  readonly timeline: readonly TimelineRow[];
  readonly messages: readonly MessageRow[];
  /** Place of the first of these events in the log. */
  readonly position: Position;
}

/** An event that could not be projected: its order stays as it was before. */
export interface ProjectionFailure {
  readonly orderId: string;
  readonly revision: number;
  readonly position: Position;
  readonly error: string;
}

export interface Folded {
  readonly orderId: string;
  readonly change?: OrderChange;
  readonly failure?: ProjectionFailure;
}

/**
 * Folds an order's next events into its view, up to the first that cannot be folded. Events that the view
 * holds already are passed over.
 */
export function foldEvents(
  orderId: string,
  before: OrderView | undefined,
  events: readonly RecordedEvent[],
): Folded {
  const fresh = events.filter(({ revision }) => revision > (before?.revision ?? -1));
  const timeline: TimelineRow[] = [];
  const messages: MessageRow[] = [];
  let after = before;
  let failure: ProjectionFailure | undefined;
  for (const recorded of fresh) {
    try {
      const entry = decode(recorded);
      const next = viewAfter(after, entry);
      timeline.push(timelineRow(next, entry));
      messages.push(...messageRows(entry));
      after = next;
    } catch (error) {
      const { revision, position } = recorded;
      failure = { orderId, revision, position, error: String(error) };
      break;
    }
  }
  if (after === undefined || after === before) return { orderId, failure };
  const { position } = fresh[0]!;
  return { orderId, change: { orderId, before, after, timeline, messages, position }, failure };
}
