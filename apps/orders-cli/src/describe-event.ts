import { type LineTerms, type OrderEvent, type OrderEventType, type OrderPlaced } from '@app/ordering';
import { moneyText } from '@app/words';
import { caseDescriptions } from './describe-case.js';
import { type Data, type Descriptions, due, unitsText } from './description.js';

/** What each event says to a person, without personal data. */
const descriptions: Descriptions = {
  OrderPlaced: placed,
  PaymentCaptured: ({ amount, currency, method, paymentId }) =>
    `paid ${moneyText(amount, currency)} by ${method}, payment ${paymentId}`,
  HoldReleased: ({ dueAt }) => `hold over, due ${dueAt}`,
  OrderConfirmed: ({ dueAt }) =>
    dueAt === undefined ? 'confirmed by the seller' : `confirmed by itself, due ${dueAt}`,
  StockMissing: ({ units, dueAt }) =>
    `not confirmed by itself, due ${dueAt}: not in stock ${unitsText(units)}`,
  ShipmentLate: ({ dueAt }) => `late: was to be sent by ${dueAt}`,
  GoodsProvided: ({ units }) => `provided without shipping: ${unitsText(units)}`,
  PackageArranged: ({ packageId, units, carrier, trackingNumber }) =>
    `package ${packageId} arranged: ${unitsText(units)}; carrier ${carrier}, tracking number ${trackingNumber}`,
  PackageUnpacked: ({ packageId, units }) => `taken out of package ${packageId}: ${unitsText(units)}`,
  PackageShipped: ({ packageId }) => `package ${packageId} handed to the carrier`,
  PackageScanned: ({ packageId, code, place, scannedAt }) =>
    `package ${packageId} scanned: ${code}${place === undefined ? '' : ` at ${place}`}, by the carrier's clock ${scannedAt}`,
  DeliveryDelayed: ({ cause, offer, ...change }) =>
    `${estimateText(change)}, late for ${cause}${offer === undefined ? '' : `, offered ${offer.kind}`}`,
  DeliveryEstimateChanged: (change) => estimateText(change),
  PackageDelivered: ({ packageId }) => `package ${packageId} delivered`,
  OrderDelivered: () => 'delivered: nothing more is to come',
  OrderCompleted: ({ dueAt }) => `completed${due(dueAt)}`,
  LinesCancelled: ({ units, reason, dueAt }) =>
    `cancelled: ${unitsText(units)}; reason ${reason}${dueAt === undefined ? '' : `, due ${dueAt}`}`,
  CancellationRequested: ({ cancellationId, units, reason }) =>
    `cancellation ${cancellationId} requested: ${unitsText(units)}; reason ${reason}`,
  CancellationApproved: ({ cancellationId, dueAt }) => `cancellation ${cancellationId} approved${due(dueAt)}`,
  CancellationRejected: ({ cancellationId }) => `cancellation ${cancellationId} rejected`,
  CancellationWithdrawn: ({ cancellationId }) => `cancellation ${cancellationId} withdrawn`,
  AddressChangeRequested: ({ changeId }) => `change ${changeId} of the address requested`,
  AddressChangeApplied: ({ changeId }) => `change ${changeId} of the address made`,
  AddressChangeRejected: ({ changeId, reason, dueAt }) =>
    `change ${changeId} of the address rejected, ${reason}${due(dueAt)}`,
  AddressChangeWithdrawn: ({ changeId }) => `change ${changeId} of the address withdrawn`,
  LinesChangeRequested: (change) => `change ${changeText(change)} requested, waits for ${change.awaits}`,
  LinesChangeApproved: ({ changeId }) => `change ${changeId} approved, waits for payment`,
  LinesChangeApplied: (change) => `change ${changeText(change)} made`,
  LinesChangeRejected: ({ changeId, reason, dueAt }) => `change ${changeId} rejected, ${reason}${due(dueAt)}`,
  LinesChangeWithdrawn: ({ changeId }) => `change ${changeId} withdrawn`,
  MessagePosted: ({ messageId, from }) => `message ${messageId} from the ${from}`,
  ReviewRequested: () => 'review asked for',
  ReviewSubmitted: ({ score }) => `reviewed: ${score} of 5`,
  ...caseDescriptions,
};

/** All types of events that an order's history can have. */
export const eventTypes = Object.keys(descriptions) as readonly OrderEventType[];

export function describeEvent(event: OrderEvent): string {
  // Type and data of an event belong together, which the compiler cannot follow through the table.
  const describe = descriptions[event.type] as (data: OrderEvent['data']) => string;
  return describe(event.data);
}

function placed({ lines, shippingFee, fees, discounts, total, currency }: OrderPlaced['data']): string {
  const goods = lines.map(({ quantity, title, unitPrice }) => {
    return `${quantity} × ${title} at ${moneyText(unitPrice, currency)}`;
  });
  const extras = [
    `shipping ${moneyText(shippingFee, currency)}`,
    ...fees.map(({ code, amount }) => `${code} ${moneyText(amount, currency)}`),
    ...discounts.map(({ code, amount }) => `${code} −${moneyText(amount, currency)}`),
  ];
  return `placed: ${goods.join(', ')}; ${extras.join(', ')}; total ${moneyText(total, currency)}`;
}

const estimateText = ({
  packageId,
  newEstimate,
  previousEstimate,
}: Data<'DeliveryEstimateChanged'>): string =>
  `${packageId === undefined ? 'delivery' : `package ${packageId}`} expected by ${newEstimate}` +
  (previousEstimate === undefined ? '' : `, before by ${previousEstimate}`);

function changeText({
  changeId,
  before,
  after,
  priceDifference,
  currency,
}: Data<'LinesChangeApplied'>): string {
  const price = `${priceDifference < 0 ? '−' : '+'}${moneyText(Math.abs(priceDifference), currency)}`;
  return `${changeId} from ${termsText(before)} to ${termsText(after)} (${price})`;
}

const termsText = (terms: readonly LineTerms[]): string =>
  terms
    .map(({ lineId, quantity, variant = '' }) =>
      `${quantity} ${variant} of line ${lineId}`.replace('  ', ' '),
    )
    .join(', ');
