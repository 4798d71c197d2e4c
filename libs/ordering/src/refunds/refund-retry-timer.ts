import { caseTimers } from '../cases/case-timers.js';
import { deadlines } from '../cases/deadlines.js';
import { type TimerRules } from '../timer-rules.js';
import { after, hour } from '../timers.js';
import { expectation } from './initiate-refund.js';
import { refundLife } from './refund-life.js';

/** A refund that failed is tried again. */
export const refundRetryTimer: TimerRules = {
  running: ({ refunds }) =>
    caseTimers(
      'refund-retry',
      refundLife,
      refunds,
      ({ refundId }) => refundId,
      (since) => after(since, deadlines.refundRetryHours * hour),
    ),
  fire: (order, { subject, ...fired }, { at }) => [
    {
      type: 'RefundRetried',
      at,
      data: { refundId: subject!, expectedBy: expectation(order, at).expectedBy, ...fired },
    },
  ],
};
