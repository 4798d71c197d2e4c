import { claimCases } from '../cases/case-kinds.js';
import { caseTimers } from '../cases/case-timers.js';
import { type TimerRules } from '../timer-rules.js';

/** A claim that was disputed ends for the seller when the buyer does not ask the platform. */
export const escalateClaimTimer: TimerRules = {
  running: caseTimers(claimCases, 'escalate-claim', 'escalateClaimDays'),
  fire: (_, { subject, ...fired }, { at }) => [
    { type: 'ClaimResolved', at, data: { claimId: subject!, resolvedFor: 'seller', ...fired } },
  ],
};
