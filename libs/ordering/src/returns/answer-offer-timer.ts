import { caseTimers } from '../cases/case-timers.js';
import { deadlines } from '../cases/deadlines.js';
import { type TimerRules } from '../timer-rules.js';
import { after, day } from '../timers.js';
import { returnLife } from './return-life.js';

/** An offer that the buyer leaves without an answer is declined: the units may be sent back. */
export const answerOfferTimer: TimerRules = {
  running: ({ returns }) =>
    caseTimers(
      'answer-offer',
      returnLife,
      returns,
      ({ returnId }) => returnId,
      (since) => after(since, deadlines.answerOfferDays * day),
    ),
  fire: (_, { subject, ...fired }, { at }) => [
    { type: 'PartialRefundDeclined', at, data: { returnId: subject!, ...fired } },
  ],
};
