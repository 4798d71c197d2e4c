import { type OrderEntry } from '@app/order-log';
import {
  lifecycle,
  type Order,
  type OrderEvent,
  type OrderEventType,
  outstanding,
  statusOf,
  totalsOf,
} from '@app/ordering';
import {
  type LabelledStatus,
  type PackageUnits,
  type StatusChanges,
  type StatusEvent,
} from './status-event.js';
import { statusEventTypes } from './status-event-types.js';

/** The one status event that an entry of the log makes, given the order before and after it. */
export function toStatusEvent(before: Order | undefined, after: Order, entry: OrderEntry): StatusEvent {
  const { orderId, revision, event, metadata } = entry;
  const describe = changes[event.type] as (event: OrderEvent, after: Order) => object;
  return {
    specversion: '1.0',
    id: entry.id,
    source: `/orders/${orderId}`,
    type: statusEventTypes[event.type],
    time: event.at,
    partitionkey: orderId,
    sequence: revision + 1,
    correlationid: metadata.correlationId,
    causationid: metadata.commandId,
    logposition: entry.position,
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
      change: describe(event, after),
    },
  } as StatusEvent;
}

function labelled(order: Order): LabelledStatus {
  const status = statusOf(order);
  const { buyerLabel, sellerLabel } = lifecycle[status];
  return { status, buyerLabel, sellerLabel };
}

type Describe<Type extends OrderEventType> = (
  event: Extract<OrderEvent, { type: Type }>,
  after: Order,
) => StatusChanges[(typeof statusEventTypes)[Type]];

/** What each event tells the world. Fields are picked one by one, so that nothing personal slips out. */
const changes: { readonly [Type in OrderEventType]: Describe<Type> } = {
  OrderPlaced: ({ data }) => {
    const units = data.lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
    return { ...totalsOf(data), currency: data.currency, units, promisedDelivery: data.promisedDelivery };
  },
  PaymentCaptured: ({ data: { amount, currency } }, after) => ({
    amount,
    currency,
    outstanding: outstanding(after),
  }),
  HoldReleased: () => ({}),
  OrderConfirmed: ({ data: { timer } }) => ({ timer }),
  ShipmentLate: ({ data: { timer } }) => ({ timer }),
  PackageArranged: ({ data }) => {
    const { packageId, units, method, carrier, trackingNumber, estimatedDelivery } = data;
    return { package: { packageId, units, method, carrier, trackingNumber, estimatedDelivery } };
  },
  PackageShipped: ({ data }, after) => ({ package: packageOf(after, data.packageId) }),
  PackageDelivered: ({ data }, after) => ({ package: packageOf(after, data.packageId) }),
  OrderDelivered: () => ({}),
  OrderCompleted: ({ data: { timer } }) => ({ timer }),
  LinesCancelled: ({ data: { cancellationId, units, reason, timer } }) => ({
    cancellationId,
    units,
    reason,
    timer,
  }),
  CancellationRequested: ({ data: { cancellationId, units, reason } }) => ({ cancellationId, units, reason }),
  CancellationApproved: ({ data: { cancellationId, timer } }) => ({ cancellationId, timer }),
  CancellationRejected: ({ data: { cancellationId } }) => ({ cancellationId }),
  RefundInitiated: ({ data: { refundId, amount, currency, reason } }) => ({
    refundId,
    amount,
    currency,
    reason,
  }),
  ReturnRequested: ({ data: { returnId, units, reason } }) => ({ returnId, units, reason }),
};

/** Evolving the order has made sure that the package is there. */
function packageOf(order: Order, packageId: string): PackageUnits {
  const { units } = order.packages.find((candidate) => candidate.packageId === packageId)!;
  return { packageId, units };
}
