import { refundCases } from '../cases/case-kinds.js';
import { caseTimers } from '../cases/case-timers.js';
import { type TimerRules } from '../timer-rules.js';
import { refundExpectation } from './refund-initiated-event.js';

/** A refund that failed is tried again. */
export const refundRetryTimer: TimerRules = {
  running: caseTimers(refundCases, 'refund-retry', 'refundRetryHours'),
  fire: (order, { subject, ...fired }, { at }) => [
    {
      type: 'RefundRetried',
      at,
      data: { refundId: subject!, expectedBy: refundExpectation(order, at).expectedBy, ...fired },
    },
  ],
};
