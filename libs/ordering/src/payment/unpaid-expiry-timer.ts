import { endOfTerm } from '../policy-duration.js';
import { everyUnit, live } from '../quantities.js';
import { faultOf } from '../reasons.js';
import { statusOf } from '../status.js';
import { type TimerRules } from '../timer-rules.js';

/** An order that is not paid in time is cancelled. */
export const unpaidExpiryTimer: TimerRules = {
  running: (order) =>
    statusOf(order) === 'AwaitingPayment'
      ? [{ dueAt: endOfTerm(order.policy, 'unpaidExpiryHours', order.placedAt) }]
      : [],
  fire: (order, timer, { at, commandId }) => [
    {
      type: 'LinesCancelled',
      at,
      data: {
        cancellationId: `${commandId}-${timer.timer}`,
        units: everyUnit(order, live),
        reason: 'unpaid',
        fault: faultOf('cancellation', 'unpaid'),
        ...timer,
      },
    },
  ],
};
