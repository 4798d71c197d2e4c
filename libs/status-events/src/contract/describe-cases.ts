import { type ClaimsEvent, type Order, type RefundsEvent, type ReturnsEvent } from '@app/ordering';
import { type Descriptions } from './describe.js';

/** What the events of returns, claims and refunds tell the world: no note, no evidence, no place. */
export const describeCases: Descriptions<(ReturnsEvent | ClaimsEvent | RefundsEvent)['type']> = {
  ReturnRequested: ({ data: { returnId, units, reason } }) => ({ returnId, units, reason }),
  ReturnApproved: ({ data: { returnId, timer } }) => ({ returnId, timer }),
  ReturnRejected: ({ data: { returnId } }) => ({ returnId }),
  PartialRefundOffered: ({ data: { returnId, amount } }, { currency }) => ({ returnId, amount, currency }),
  PartialRefundAccepted: ({ data: { returnId, amount } }, { currency }) => ({ returnId, amount, currency }),
  PartialRefundDeclined: ({ data: { returnId, timer } }) => ({ returnId, timer }),
  ReturnWithdrawn: ({ data: { returnId } }) => ({ returnId }),
  ReturnShipped: ({ data: { returnId, carrier, trackingNumber } }) => ({ returnId, carrier, trackingNumber }),
  ReturnScanned: ({ data: { returnId, code, scannedAt } }) => ({ returnId, code, scannedAt }),
  ReturnReceived: ({ data: { returnId, timer } }) => ({ returnId, timer }),
  ReturnReceiptRefused: ({ data: { returnId } }) => ({ returnId }),
  ReturnClosed: ({ data: { returnId, outcome, timer } }) => ({ returnId, outcome, timer }),
  ClaimOpened: ({ data: { claimId, kind, units, packageId } }) => ({ claimId, kind, units, packageId }),
  ClaimAnswered: ({ data: { claimId, accepted } }) => ({ claimId, accepted }),
  ClaimEscalated: ({ data: { claimId, timer } }) => ({ claimId, timer }),
  ClaimWithdrawn: ({ data: { claimId } }) => ({ claimId }),
  ClaimResolved: ({ data: { claimId, resolvedFor, timer } }) => ({ claimId, resolvedFor, timer }),
  RefundInitiated: ({ data }) => {
    const { refundId, amount, currency, reason, method, expectedBy, returnId, claimId } = data;
    return { refundId, amount, currency, reason, method, expectedBy, returnId, claimId };
  },
  RefundSettled: ({ data }, after) => refundOf(after, data.refundId),
  RefundFailed: ({ data }, after) => ({ ...refundOf(after, data.refundId), failure: data.cause }),
  RefundRetried: ({ data: { refundId, expectedBy, timer } }, after) => ({
    ...refundOf(after, refundId),
    expectedBy,
    timer,
  }),
  RefundHandedOver: ({ data }, after) => refundOf(after, data.refundId),
};

function refundOf({ orderId, currency, refunds }: Order, refundId: string) {
  const found = refunds.find((known) => known.refundId === refundId);
  if (found === undefined) throw new Error(`Order ${orderId} has no refund ${refundId}.`);
  return { refundId, amount: found.amount, currency };
}
