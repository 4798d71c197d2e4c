import { caseTimers } from '../cases/case-timers.js';
import { type TimerRules } from '../timer-rules.js';
import { endOfWorkingDay } from '../working-days.js';
import { returnLife } from './return-life.js';

/** A request to return that the seller leaves without an answer is granted. */
export const answerReturnTimer: TimerRules = {
  running: ({ returns, policy }) =>
    policy.answerReturnWorkingDays === 0
      ? []
      : caseTimers(
          'answer-return',
          returnLife,
          returns,
          ({ returnId }) => returnId,
          (since) => endOfWorkingDay(since, policy.answerReturnWorkingDays, policy.calendar),
        ),
  fire: (_, { subject, ...fired }, { at }) => [
    { type: 'ReturnApproved', at, data: { returnId: subject!, ...fired } },
  ],
};
