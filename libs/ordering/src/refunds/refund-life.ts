import { type CaseLife } from '../cases/case-life.js';

export const refundStates = [
  'initiated',
  'awaiting-account',
  'failed',
  'handed-over',
  'settled',
  'dropped',
] as const;
export type RefundState = (typeof refundStates)[number];

/**
 * One payment's share of a refund, until the buyer has the money: tried again by itself, and at last a person's to
 * settle. What a provider had paid out can still fail.
 */
export const refundLife: CaseLife<RefundState> = {
  initiated: {
    waitsFor: 'payments',
    on: {
      RefundSettled: 'settled',
      RefundFailed: 'failed',
      RefundAccountAsked: 'awaiting-account',
      RefundDropped: 'dropped',
    },
  },
  'awaiting-account': {
    waitsFor: 'buyer',
    timer: 'refund-account',
    on: {
      RefundAccountNamed: 'initiated',
      RefundHandedOver: 'handed-over',
      RefundSettled: 'settled',
      RefundDropped: 'dropped',
    },
  },
  failed: {
    waitsFor: 'payments',
    timer: 'refund-retry',
    on: {
      RefundRetried: 'initiated',
      RefundHandedOver: 'handed-over',
      RefundAccountAsked: 'awaiting-account',
      // The next attempt goes there.
      RefundAccountNamed: 'failed',
      RefundSettled: 'settled',
      RefundDropped: 'dropped',
    },
  },
  'handed-over': {
    waitsFor: 'platform',
    on: {
      RefundRetried: 'initiated',
      RefundAccountNamed: 'initiated',
      RefundSettled: 'settled',
      RefundDropped: 'dropped',
    },
  },
  settled: { on: { RefundFailed: 'failed' } },
  // The provider may have paid it out before it heard of that.
  dropped: { on: { RefundSettled: 'settled' } },
};
