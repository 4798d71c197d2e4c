import { type Position, type RecordedEvent, StreamDamaged, understood } from '@app/event-store';
import { type Parking, parkingFor } from '@app/followers';
import { decodeOrderEvent } from '@app/order-log';
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

export interface Folded {
  readonly orderId: string;
  readonly change?: OrderChange;
  /** Why an event could not be projected: its order stays as it was before. */
  readonly failure?: Parking;
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
  let failure: Parking | undefined;
  for (const recorded of fresh) {
    try {
      const entry = understood(nextAfter(after, recorded), decodeOrderEvent);
      const next = viewAfter(after, entry);
      timeline.push(timelineRow(next, entry));
      messages.push(...messageRows(entry));
      after = next;
    } catch (error) {
      failure = parkingFor({ ...recorded, revision: (after?.revision ?? -1) + 1 }, error);
      break;
    }
  }
  if (after === undefined || after === before) return { orderId, failure };
  const { position } = fresh[0]!;
  return { orderId, change: { orderId, before, after, timeline, messages, position }, failure };
}

/** Throws where something is missing between the view and the event. */
function nextAfter(view: OrderView | undefined, recorded: RecordedEvent): RecordedEvent {
  const next = (view?.revision ?? -1) + 1;
  if (recorded.revision === next) return recorded;
  const detail = `event ${recorded.revision} comes next.`;
  throw new StreamDamaged(recorded.stream, next, view === undefined ? 'truncated' : 'gap', detail);
}
