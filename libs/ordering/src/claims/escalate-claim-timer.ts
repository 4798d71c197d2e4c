import { caseTimers } from '../cases/case-timers.js';
import { deadlines } from '../cases/deadlines.js';
import { type TimerRules } from '../timer-rules.js';
import { after, day } from '../timers.js';
import { claimLife } from './claim-life.js';

/** A claim that was disputed ends for the seller when the buyer does not ask the platform. */
export const escalateClaimTimer: TimerRules = {
  running: ({ claims }) =>
    caseTimers(
      'escalate-claim',
      claimLife,
      claims,
      ({ claimId }) => claimId,
      (since) => after(since, deadlines.escalateClaimDays * day),
    ),
  fire: (_, { subject, ...fired }, { at }) => [
    { type: 'ClaimResolved', at, data: { claimId: subject!, resolvedFor: 'seller', ...fired } },
  ],
};
