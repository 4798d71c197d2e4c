import { randomUUID } from 'node:crypto';
import { type CreateOrder, type OrderEvent } from '@app/ordering';
import { type StatusEvent } from '@app/status-events';
import { ofOrder, statusEventsOf } from '@app/status-events/testing';

/** The history as it would have happened to a new order just now. */
export const fresh = (
  history: readonly OrderEvent[],
  changes: Partial<CreateOrder> = {},
  metadata: Parameters<typeof statusEventsOf>[1] = {},
): StatusEvent[] =>
  statusEventsOf(ofOrder(randomUUID(), history, changes), metadata).map((event) => ({
    ...event,
    time: new Date().toISOString(),
  }));
