import { refundCases } from '../cases/case-kinds.js';
import { caseTimers } from '../cases/case-timers.js';
import { findCase } from '../cases/find-case.js';
import { type TimerRules } from '../timer-rules.js';

/** A person finds out where a refund can go whose buyer names no account. */
export const refundAccountTimer: TimerRules = {
  running: caseTimers(refundCases, 'refund-account', 'refundAccountDays'),
  fire: (order, { subject, ...fired }, { at }) => {
    const { refundId, share } = findCase(refundCases, order, subject)!;
    return [{ type: 'RefundHandedOver', at, data: { refundId, share, ...fired } }];
  },
};
