import { caseTimers } from '../cases/case-timers.js';
import { deadlines } from '../cases/deadlines.js';
import { type TimerRules } from '../timer-rules.js';
import { endOfWorkingDay } from '../working-days.js';
import { claimLife } from './claim-life.js';

/** A claim that the seller leaves without an answer goes to the platform. */
export const answerClaimTimer: TimerRules = {
  running: ({ claims, policy }) =>
    caseTimers(
      'answer-claim',
      claimLife,
      claims,
      ({ claimId }) => claimId,
      (since) => endOfWorkingDay(since, deadlines.answerClaimWorkingDays, policy.calendar),
    ),
  fire: (_, { subject, ...fired }, { at }) => [
    { type: 'ClaimEscalated', at, data: { claimId: subject!, ...fired } },
  ],
};
