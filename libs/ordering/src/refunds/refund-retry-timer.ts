import { refundCases } from '../cases/case-kinds.js';
import { caseTimers } from '../cases/case-timers.js';
import { type TimerRules } from '../timer-rules.js';
import { expectation } from './initiate-refund.js';

/** A refund that failed is tried again. */
export const refundRetryTimer: TimerRules = {
  running: caseTimers(refundCases, 'refund-retry', 'refundRetryHours'),
  fire: (order, { subject, ...fired }, { at }) => [
    {
      type: 'RefundRetried',
      at,
      data: { refundId: subject!, expectedBy: expectation(order, at).expectedBy, ...fired },
    },
  ],
};
