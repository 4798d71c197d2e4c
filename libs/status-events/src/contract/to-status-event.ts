import { type OrderEntry } from '@app/order-log';
import { lifecycle, type Order, publicFields, statusOf } from '@app/ordering';
import { type LabelledStatus, type StatusEvent } from './status-event.js';
import { statusEventType } from './status-event-types.js';

/** The one status event that an entry of the log makes, given the order before and after it. */
export function toStatusEvent(before: Order | undefined, after: Order, entry: OrderEntry): StatusEvent {
  const { orderId, revision, event, metadata } = entry;
  return {
    specversion: '1.0',
    id: entry.id,
    source: `/orders/${orderId}`,
    type: statusEventType(event.type),
    time: event.at,
    partitionkey: orderId,
    sequence: revision + 1,
    correlationid: metadata.correlationId,
    causationid: metadata.commandId,
    logposition: entry.position.commit,
    traceparent: metadata.traceparent,
    data: {
      orderId,
      checkoutId: after.checkoutId,
      buyerId: after.buyerId,
      sellerId: after.sellerId,
      revision,
      before: before && labelled(before),
      after: labelled(after),
      imported: metadata.imported,
      change: publicFields(event, after),
    },
  } as StatusEvent;
}

function labelled(order: Order): LabelledStatus {
  const status = statusOf(order);
  const { buyerLabel, sellerLabel } = lifecycle[status];
  return { status, buyerLabel, sellerLabel };
}
