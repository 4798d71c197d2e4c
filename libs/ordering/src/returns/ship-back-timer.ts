import { returnCases } from '../cases/case-kinds.js';
import { caseTimers } from '../cases/case-timers.js';
import { type TimerRules } from '../timer-rules.js';

/** A return that was granted ends when nothing is sent back. */
export const shipBackTimer: TimerRules = {
  running: caseTimers(returnCases, 'ship-back', 'shipBackDays'),
  fire: (_, { subject, ...fired }, { at }) => [
    { type: 'ReturnClosed', at, data: { returnId: subject!, outcome: 'expired', ...fired } },
  ],
};
