import { type OrderEventType } from '@app/ordering';

/** The public name of what happened, with its version: a breaking change gets a new version beside the old one. */
export const statusEventTypes = {
  OrderPlaced: 'orders.status.placed.v1',
  PaymentCaptured: 'orders.status.payment-captured.v1',
  HoldReleased: 'orders.status.hold-released.v1',
  OrderConfirmed: 'orders.status.confirmed.v1',
  ShipmentLate: 'orders.status.shipment-late.v1',
  GoodsProvided: 'orders.status.goods-provided.v1',
  PackageArranged: 'orders.status.package-arranged.v1',
  PackageUnpacked: 'orders.status.package-unpacked.v1',
  PackageShipped: 'orders.status.shipped.v1',
  PackageScanned: 'orders.status.package-scanned.v1',
  DeliveryDelayed: 'orders.status.delayed.v1',
  DeliveryEstimateChanged: 'orders.status.estimate-changed.v1',
  PackageDelivered: 'orders.status.package-delivered.v1',
  OrderDelivered: 'orders.status.delivered.v1',
  OrderCompleted: 'orders.status.completed.v1',
  LinesCancelled: 'orders.status.lines-cancelled.v1',
  CancellationRequested: 'orders.status.cancellation-requested.v1',
  CancellationApproved: 'orders.status.cancellation-approved.v1',
  CancellationRejected: 'orders.status.cancellation-rejected.v1',
  CancellationWithdrawn: 'orders.status.cancellation-withdrawn.v1',
  AddressChangeRequested: 'orders.status.address-change-requested.v1',
  AddressChangeApplied: 'orders.status.address-change-applied.v1',
  AddressChangeRejected: 'orders.status.address-change-rejected.v1',
  AddressChangeWithdrawn: 'orders.status.address-change-withdrawn.v1',
  LinesChangeRequested: 'orders.status.lines-change-requested.v1',
  LinesChangeApproved: 'orders.status.lines-change-approved.v1',
  LinesChangeApplied: 'orders.status.lines-change-applied.v1',
  LinesChangeRejected: 'orders.status.lines-change-rejected.v1',
  LinesChangeWithdrawn: 'orders.status.lines-change-withdrawn.v1',
  RefundInitiated: 'orders.status.refund-initiated.v1',
  ReturnRequested: 'orders.status.return-requested.v1',
  MessagePosted: 'orders.status.message-posted.v1',
  ReviewRequested: 'orders.status.review-requested.v1',
  ReviewSubmitted: 'orders.status.review-submitted.v1',
  ReturnApproved: 'orders.status.return-approved.v1',
  ReturnRejected: 'orders.status.return-rejected.v1',
  PartialRefundOffered: 'orders.status.partial-refund-offered.v1',
  PartialRefundAccepted: 'orders.status.partial-refund-accepted.v1',
  PartialRefundDeclined: 'orders.status.partial-refund-declined.v1',
  ReturnShipped: 'orders.status.return-shipped.v1',
  ReturnScanned: 'orders.status.return-scanned.v1',
  ReturnReceived: 'orders.status.return-received.v1',
  ReturnReceiptRefused: 'orders.status.return-receipt-refused.v1',
  ReturnClosed: 'orders.status.return-closed.v1',
  ClaimOpened: 'orders.status.claim-opened.v1',
  ClaimAnswered: 'orders.status.claim-answered.v1',
  ClaimEscalated: 'orders.status.claim-escalated.v1',
  ClaimResolved: 'orders.status.claim-resolved.v1',
  RefundSettled: 'orders.status.refund-settled.v1',
  RefundFailed: 'orders.status.refund-failed.v1',
  RefundRetried: 'orders.status.refund-retried.v1',
  RefundHandedOver: 'orders.status.refund-handed-over.v1',
} as const satisfies Record<OrderEventType, `orders.status.${string}.v${number}`>;

export type StatusEventType = (typeof statusEventTypes)[OrderEventType];

const known = new Set<string>(Object.values(statusEventTypes));

/** Whether this version of the software knows the type. */
export const isStatusEventType = (type: string): type is StatusEventType => known.has(type);
