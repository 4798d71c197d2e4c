import { claimCases } from '../cases/case-kinds.js';
import { caseTimers } from '../cases/case-timers.js';
import { type TimerRules } from '../timer-rules.js';
import { claimResolvedEvents } from './claim-resolved-events.js';

/** A claim that the platform does not decide in time is granted: the buyer does not pay for its silence. */
export const decideClaimTimer: TimerRules = {
  running: caseTimers(claimCases, 'decide-claim', 'decideClaimWorkingDays'),
  fire: (order, { subject, ...fired }, { at }) =>
    claimResolvedEvents(order, [], { at, data: { claimId: subject!, resolvedFor: 'buyer', ...fired } }),
};
