import { causeOf, type OrderEntry } from '@app/order-log';
import { goodsOf, lifecycle, type Order, publicFields, runningTimers, statusOf } from '@app/ordering';
import { english, text } from '@app/words';
import { type LabelledStatus, type StatusEvent } from './status-event.js';
import { statusEventType } from './status-event-types.js';

/** The one status event that an entry of the log makes, given the order before and after it. */
export function toStatusEvent(before: Order | undefined, after: Order, entry: OrderEntry): StatusEvent {
  const { orderId, revision, event, metadata } = entry;
  const change = publicFields(event, after);
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
      sellerName: after.sellerName,
      revision,
      before: before && labelled(before),
      after: labelled(after),
      by: causeOf(entry),
      goods: goodsOf(change, after),
      deadlines: metadata.imported ? [] : runningTimers(after),
      imported: metadata.imported,
      change,
    },
  } as StatusEvent;
}

function labelled(order: Order): LabelledStatus {
  const status = statusOf(order);
  return {
    status,
    buyerLabel: text(english, `status.${status}.buyer`),
    sellerLabel: lifecycle[status].sellerTab && text(english, `status.${status}.seller`),
  };
}
