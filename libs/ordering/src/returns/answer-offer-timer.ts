import { returnCases } from '../cases/case-kinds.js';
import { caseTimers } from '../cases/case-timers.js';
import { type TimerRules } from '../timer-rules.js';

/** An offer that the buyer leaves without an answer is declined: the units may be sent back. */
export const answerOfferTimer: TimerRules = {
  running: caseTimers(returnCases, 'answer-offer', 'answerOfferDays'),
  fire: (_, { subject, ...fired }, { at }) => [
    { type: 'PartialRefundDeclined', at, data: { returnId: subject!, ...fired } },
  ],
};
