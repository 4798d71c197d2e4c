import { returnCases } from '../cases/case-kinds.js';
import { caseTimers } from '../cases/case-timers.js';
import { type TimerRules } from '../timer-rules.js';
import { returnRefundedEvents } from './receive-return.js';

/** What was sent back counts as received when the seller says nothing. */
export const confirmReturnReceiptTimer: TimerRules = {
  running: caseTimers(returnCases, 'confirm-return-receipt', 'confirmReturnDays'),
  fire: (order, { subject, ...fired }, { at }) =>
    returnRefundedEvents(
      order,
      { type: 'ReturnReceived', at, data: { returnId: subject!, ...fired } },
      fired,
    ),
};
