import { randomUUID } from 'node:crypto';
import { positionAt } from '@app/event-store';
import { type OrderEntry } from '@app/order-log';
import { evolve, type Order, type OrderEvent } from '@app/ordering';
import { type StatusEvent } from '../contract/status-event.js';
import { toStatusEvent } from '../contract/to-status-event.js';

/** The entries that a history makes when it stands alone in a log. */
export const logEntriesOf = (
  history: readonly OrderEvent[],
  metadata: Partial<OrderEntry['metadata']> = {},
): OrderEntry[] =>
  history.map((event, revision) => ({
    id: randomUUID(),
    orderId: history[0]!.type === 'OrderPlaced' ? history[0]!.data.orderId : '',
    revision,
    position: positionAt(BigInt(revision + 1)),
    event,
    metadata: {
      commandId: `command-${revision + 1}`,
      fingerprint: 'f',
      correlationId: 'correlation-1',
      actor: { role: 'service', id: 'svc' },
      ...metadata,
    },
  }));

/** The status events of a history. */
export function statusEventsOf(
  history: readonly OrderEvent[],
  metadata?: Partial<OrderEntry['metadata']>,
): StatusEvent[] {
  let order: Order | undefined;
  return logEntriesOf(history, metadata).map((entry) => {
    const before = order;
    order = evolve(order, entry.event);
    return toStatusEvent(before, order, entry);
  });
}
