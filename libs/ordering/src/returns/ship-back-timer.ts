import { caseTimers } from '../cases/case-timers.js';
import { type TimerRules } from '../timer-rules.js';
import { after, day } from '../timers.js';
import { returnLife } from './return-life.js';

/** A return that was granted ends when nothing is sent back. */
export const shipBackTimer: TimerRules = {
  running: ({ returns, policy }) =>
    policy.shipBackDays === 0
      ? []
      : caseTimers(
          'ship-back',
          returnLife,
          returns,
          ({ returnId }) => returnId,
          (since) => after(since, policy.shipBackDays * day),
        ),
  fire: (_, { subject, ...fired }, { at }) => [
    { type: 'ReturnClosed', at, data: { returnId: subject!, outcome: 'expired', ...fired } },
  ],
};
