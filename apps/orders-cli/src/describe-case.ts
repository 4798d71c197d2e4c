import { type ClaimsEvent, type RefundsEvent, type ReturnsEvent } from '@app/ordering';
import { moneyText } from '@app/words';
import { type Descriptions, due, unitsText } from './description.js';

/** What the events of returns, claims and refunds say to a person, without personal data. */
export const caseDescriptions: Descriptions<(ReturnsEvent | ClaimsEvent | RefundsEvent)['type']> = {
  ReturnRequested: ({ returnId, units, reason }) =>
    `return ${returnId} requested: ${unitsText(units)}; reason ${reason}`,
  ReturnApproved: ({ returnId, dueAt }) => `return ${returnId} granted${due(dueAt)}`,
  ReturnRejected: ({ returnId }) => `return ${returnId} rejected`,
  PartialRefundOffered: ({ returnId, amount }) => `return ${returnId}: ${amount} (minor units) offered`,
  PartialRefundAccepted: ({ returnId, amount }) => `return ${returnId}: offer of ${amount} accepted`,
  PartialRefundDeclined: ({ returnId, dueAt }) => `return ${returnId}: offer declined${due(dueAt)}`,
  ReturnWithdrawn: ({ returnId }) => `return ${returnId} withdrawn`,
  ReturnShipped: ({ returnId, carrier, trackingNumber }) =>
    `return ${returnId} sent back; carrier ${carrier}, tracking number ${trackingNumber}`,
  ReturnScanned: ({ returnId, code, scannedAt }) => `return ${returnId} scanned ${scannedAt}: ${code}`,
  ReturnReceived: ({ returnId, dueAt }) => `return ${returnId} received${due(dueAt)}`,
  ReturnReceiptRefused: ({ returnId }) => `return ${returnId}: receipt refused`,
  ReturnClosed: ({ returnId, outcome, dueAt }) => `return ${returnId} closed, ${outcome}${due(dueAt)}`,
  ClaimOpened: ({ claimId, kind, units }) => `claim ${claimId} opened, ${kind}: ${unitsText(units)}`,
  ClaimAnswered: ({ claimId, accepted }) => `claim ${claimId} ${accepted ? 'accepted' : 'disputed'}`,
  ClaimEscalated: ({ claimId, dueAt }) => `claim ${claimId} escalated${due(dueAt)}`,
  ClaimWithdrawn: ({ claimId }) => `claim ${claimId} withdrawn`,
  ClaimResolved: ({ claimId, resolvedFor, dueAt }) =>
    `claim ${claimId} resolved for the ${resolvedFor}${due(dueAt)}`,
  RefundInitiated: ({ amount, currency, reason, expectedBy }) =>
    `refund of ${moneyText(amount, currency)}, ${reason}${expectedBy === undefined ? '' : `, expected by ${expectedBy}`}`,
  RefundSettled: ({ refundId, reference }) => `refund ${refundId} settled, reference ${reference}`,
  RefundFailed: ({ refundId, reference, cause }) =>
    `refund ${refundId} failed, ${cause}, reference ${reference}`,
  RefundRetried: ({ refundId, dueAt }) => `refund ${refundId} tried again${due(dueAt)}`,
  RefundHandedOver: ({ refundId }) => `refund ${refundId} handed to a person`,
};
