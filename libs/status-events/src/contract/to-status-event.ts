import { type OrderEntry } from '@app/order-log';
import {
  lifecycle,
  type LineTerms,
  neverCame,
  type Order,
  type OrderEvent,
  type PackageState,
  payable,
  statusOf,
  totalsOf,
} from '@app/ordering';
import { type Descriptions } from './describe.js';
import { describeCases } from './describe-cases.js';
import { type LabelledStatus, type PackageUnits, type StatusEvent } from './status-event.js';
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
      change: describe(event, after),
    },
  } as StatusEvent;
}

function labelled(order: Order): LabelledStatus {
  const status = statusOf(order);
  const { buyerLabel, sellerLabel } = lifecycle[status];
  return { status, buyerLabel, sellerLabel };
}

/** What each event tells the world. Fields are picked one by one, so that nothing personal slips out. */
const changes: Descriptions = {
  OrderPlaced: ({ data }) => {
    const units = data.lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
    return { ...totalsOf(data), currency: data.currency, units, promisedDelivery: data.promisedDelivery };
  },
  PaymentCaptured: ({ data: { amount, currency } }, after) => ({
    amount,
    currency,
    outstanding: payable(after),
  }),
  HoldReleased: () => ({}),
  OrderConfirmed: ({ data: { timer } }) => ({ timer }),
  StockMissing: ({ data: { timer, units } }) => ({ timer, units }),
  ShipmentLate: ({ data: { timer } }) => ({ timer }),
  GoodsProvided: ({ data: { units } }) => ({ units }),
  PackageArranged: ({ data }, after) => {
    const { packageId, units, method, carrier, trackingNumber } = data;
    const { estimatedDelivery } = packageOf(after, packageId);
    return { package: { packageId, units, method, carrier, trackingNumber, estimatedDelivery } };
  },
  PackageUnpacked: ({ data: { packageId, units } }) => ({ package: { packageId, units } }),
  PackageShipped: ({ data }, after) => ({ package: unitsOf(after, data.packageId) }),
  PackageScanned: ({ data: { packageId, code, place, scannedAt } }) => ({
    packageId,
    scan: { code, place, scannedAt },
  }),
  DeliveryDelayed: ({ data: { packageId, newEstimate, previousEstimate, cause, offer } }, { currency }) => ({
    packageId,
    newEstimate,
    previousEstimate,
    cause,
    offer: offer && { kind: offer.kind, amount: offer.amount },
    currency,
  }),
  DeliveryEstimateChanged: ({ data: { packageId, newEstimate, previousEstimate } }) => ({
    packageId,
    newEstimate,
    previousEstimate,
  }),
  PackageDelivered: ({ data }, after) => ({
    package: unitsOf(after, data.packageId),
    ...(packageOf(after, data.packageId).lostAt === undefined ? {} : { wasLost: true }),
  }),
  OrderDelivered: (_, after) => {
    const lost = neverCame(after);
    return lost.length === 0 ? {} : { lost };
  },
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
  CancellationWithdrawn: ({ data: { cancellationId } }) => ({ cancellationId }),
  AddressChangeRequested: ({ data: { changeId } }) => ({ changeId }),
  AddressChangeApplied: ({ data: { changeId } }) => ({ changeId }),
  AddressChangeRejected: ({ data: { changeId, reason, timer } }) => ({ changeId, reason, timer }),
  AddressChangeWithdrawn: ({ data: { changeId } }) => ({ changeId }),
  LinesChangeRequested: ({ data }) => ({ ...linesChange(data), awaits: data.awaits }),
  LinesChangeApproved: ({ data: { changeId, priceDifference, currency } }) => ({
    changeId,
    priceDifference,
    currency,
  }),
  LinesChangeApplied: ({ data }) => linesChange(data),
  LinesChangeRejected: ({ data: { changeId, reason, timer } }) => ({ changeId, reason, timer }),
  LinesChangeWithdrawn: ({ data: { changeId } }) => ({ changeId }),
  MessagePosted: ({ data: { messageId, from } }) => ({ messageId, from }),
  ReviewRequested: () => ({}),
  ReviewSubmitted: ({ data: { score } }) => ({ score }),
  ...describeCases,
};

const linesChange = ({
  changeId,
  before,
  after,
  priceDifference,
  currency,
}: Extract<OrderEvent, { type: 'LinesChangeApplied' }>['data']) => ({
  changeId,
  before: before.map(terms),
  after: after.map(terms),
  priceDifference,
  currency,
});

const terms = ({ lineId, variant, quantity }: LineTerms): LineTerms => ({ lineId, variant, quantity });

/** Evolving the order has made sure that the package is there. */
const packageOf = (order: Order, packageId: string): PackageState =>
  order.packages.find((candidate) => candidate.packageId === packageId)!;

const unitsOf = (order: Order, packageId: string): PackageUnits => ({
  packageId,
  units: packageOf(order, packageId).units,
});
