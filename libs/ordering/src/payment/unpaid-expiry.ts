import { everyUnit, live } from '../quantities.js';
import { statusOf } from '../status.js';
import { type TimerRules } from '../timer-rules.js';
import { after, hour } from '../timers.js';

/** An order that is not paid in time is cancelled. */
export const unpaidExpiry: TimerRules = {
  running: (order) =>
    statusOf(order) === 'AwaitingPayment'
      ? [{ dueAt: after(order.placedAt, order.policy.unpaidExpiryHours * hour) }]
      : [],
  fire: (order, timer, { at, commandId }) => [
    {
      type: 'LinesCancelled',
      at,
      data: {
        cancellationId: `${commandId}-${timer.timer}`,
        units: everyUnit(order, live),
        reason: 'unpaid',
        ...timer,
      },
    },
  ],
};
