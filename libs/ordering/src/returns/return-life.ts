import { type CaseLife } from '../cases/case-life.js';

export const returnStates = [
  'requested',
  'offered',
  'approved',
  'shipped',
  'received',
  'refunded',
  'partly-refunded',
  'rejected',
  'receipt-refused',
  'expired',
  'withdrawn',
] as const;
export type ReturnState = (typeof returnStates)[number];

/** A return from the buyer's request to its end. An offer that is not taken leads to the return itself. */
export const returnLife: CaseLife<ReturnState> = {
  requested: {
    waitsFor: 'seller',
    timer: 'answer-return',
    on: {
      ReturnApproved: 'approved',
      ReturnRejected: 'rejected',
      PartialRefundOffered: 'offered',
      ReturnWithdrawn: 'withdrawn',
    },
  },
  offered: {
    waitsFor: 'buyer',
    timer: 'answer-offer',
    on: {
      PartialRefundAccepted: 'partly-refunded',
      PartialRefundDeclined: 'approved',
      ReturnWithdrawn: 'withdrawn',
    },
  },
  approved: {
    waitsFor: 'buyer',
    timer: 'ship-back',
    // What comes back without having been announced is received all the same.
    on: {
      ReturnShipped: 'shipped',
      ReturnReceived: 'received',
      ReturnReceiptRefused: 'receipt-refused',
      ReturnClosed: 'expired',
      ReturnWithdrawn: 'withdrawn',
    },
  },
  shipped: {
    waitsFor: 'seller',
    timer: 'confirm-return-receipt',
    on: {
      ReturnShipped: 'shipped',
      ReturnScanned: 'shipped',
      ReturnUndelivered: 'approved',
      ReturnLost: 'received',
      ReturnReceived: 'received',
      ReturnReceiptRefused: 'receipt-refused',
    },
  },
  /** Passed through: the refund and the end follow at once. */
  received: { on: { ReturnClosed: 'refunded' } },
  // Carriers are late: a scan is kept also after the end.
  refunded: { on: { ReturnScanned: 'refunded' } },
  'partly-refunded': { on: {} },
  rejected: { on: {} },
  'receipt-refused': { on: { ReturnScanned: 'receipt-refused' } },
  expired: { on: {} },
  withdrawn: { on: {} },
};
