import { claimCases } from '../cases/case-kinds.js';
import { caseTimers } from '../cases/case-timers.js';
import { type TimerRules } from '../timer-rules.js';

/** A claim that the seller leaves without an answer goes to the platform. */
export const answerClaimTimer: TimerRules = {
  running: caseTimers(claimCases, 'answer-claim', 'answerClaimWorkingDays'),
  fire: (_, { subject, ...fired }, { at }) => [
    { type: 'ClaimEscalated', at, data: { claimId: subject!, ...fired } },
  ],
};
