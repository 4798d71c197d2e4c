import { caseTimers } from '../cases/case-timers.js';
import { type TimerRules } from '../timer-rules.js';
import { after, day } from '../timers.js';
import { received } from './receive-return.js';
import { returnLife } from './return-life.js';

/** What was sent back counts as received when the seller says nothing. */
export const confirmReturnReceiptTimer: TimerRules = {
  running: ({ returns, policy }) =>
    policy.confirmReturnDays === 0
      ? []
      : caseTimers(
          'confirm-return-receipt',
          returnLife,
          returns,
          ({ returnId }) => returnId,
          (since) => after(since, policy.confirmReturnDays * day),
        ),
  fire: (order, { subject, ...fired }, { at }) => received(order, subject!, at, fired),
};
