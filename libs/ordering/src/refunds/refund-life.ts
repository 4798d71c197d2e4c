import { type CaseLife } from '../cases/case-life.js';

export const refundStates = ['initiated', 'failed', 'handed-over', 'settled'] as const;
export type RefundState = (typeof refundStates)[number];

/** A refund until the buyer has the money: tried again by itself, and at last a person's to settle. */
export const refundLife: CaseLife<RefundState> = {
  initiated: { waitsFor: 'payments', on: { RefundSettled: 'settled', RefundFailed: 'failed' } },
  failed: {
    waitsFor: 'payments',
    timer: 'refund-retry',
    on: { RefundRetried: 'initiated', RefundHandedOver: 'handed-over', RefundSettled: 'settled' },
  },
  'handed-over': { waitsFor: 'platform', on: { RefundRetried: 'initiated', RefundSettled: 'settled' } },
  settled: { on: {} },
};
