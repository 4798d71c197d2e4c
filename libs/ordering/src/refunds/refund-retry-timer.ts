import { refundCases } from '../cases/case-kinds.js';
import { caseTimers } from '../cases/case-timers.js';
import { findCase } from '../cases/find-case.js';
import { type TimerRules } from '../timer-rules.js';
import { refundRetriedEvent } from './refund-retried-event.js';

/** A refund that failed is tried again. */
export const refundRetryTimer: TimerRules = {
  running: caseTimers(refundCases, 'refund-retry', 'refundRetryHours'),
  fire: (order, { subject, ...fired }, { at }) => [
    refundRetriedEvent(order, findCase(refundCases, order, subject)!, at, fired),
  ],
};
