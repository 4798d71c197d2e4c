import { randomUUID } from 'node:crypto';
import { type EventStore, positionAt } from '@app/event-store';
import { encodeOrderEvent, type EventMetadata, type OrderEntry, orderStream } from '@app/order-log';
import { type OrderEvent, type Role } from '@app/ordering';
import { type OrderView } from '../views/order-view.js';
import { type TimelineRow, timelineRow } from '../views/timeline.js';
import { viewAfter } from '../views/view-order.js';

const metadata = (role: Role): EventMetadata => ({
  commandId: randomUUID(),
  fingerprint: 'fingerprint',
  correlationId: randomUUID(),
  actor: { role, id: 'somebody' },
});

/** An order's events as the log would give them, all from commands of one role. */
export const entriesOf = (events: readonly OrderEvent[], role: Role = 'service'): OrderEntry[] =>
  events.map((event, revision) => ({
    id: randomUUID(),
    orderId: 'o-1',
    revision,
    position: positionAt(BigInt(revision + 1)),
    event,
    metadata: metadata(role),
  }));

/** The view of a history, and its timeline. */
export function viewOf(entries: readonly OrderEntry[]): { view: OrderView; timeline: TimelineRow[] } {
  const timeline: TimelineRow[] = [];
  let view: OrderView | undefined;
  for (const entry of entries) {
    view = viewAfter(view, entry);
    timeline.push(timelineRow(view, entry));
  }
  return { view: view!, timeline };
}

/** Appends events behind what the order's stream holds already. */
export async function appendTo(
  store: EventStore,
  orderId: string,
  events: readonly OrderEvent[],
  held = 0,
): Promise<void> {
  const result = await store.append(
    orderStream(orderId),
    held === 0 ? 'no-stream' : held - 1,
    events.map((event) => encodeOrderEvent(randomUUID(), event, metadata('service'))),
  );
  if (result.kind === 'conflict') throw new Error(`${orderId} is at revision ${result.actual}.`);
}
