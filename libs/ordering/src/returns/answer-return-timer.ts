import { returnCases } from '../cases/case-kinds.js';
import { caseTimers } from '../cases/case-timers.js';
import { type TimerRules } from '../timer-rules.js';

/** A request to return that the seller leaves without an answer is granted. */
export const answerReturnTimer: TimerRules = {
  running: caseTimers(returnCases, 'answer-return', 'answerReturnWorkingDays'),
  fire: (_, { subject, ...fired }, { at }) => [
    { type: 'ReturnApproved', at, data: { returnId: subject!, ...fired } },
  ],
};
