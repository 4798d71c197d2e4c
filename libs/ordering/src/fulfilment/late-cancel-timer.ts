import { everyUnit, free } from '../quantities.js';
import { type TimerRules } from '../timer-rules.js';
import { shipByOf } from './ship-by-timer.js';

/** What a late seller still has not packed is cancelled. A package that waits for its carrier is let go on. */
export const lateCancelTimer: TimerRules = {
  running: (order) => {
    const { shipmentLateAt, policy, lines } = order;
    const runs = shipmentLateAt !== undefined && policy.cancelLateWorkingDays > 0;
    return runs && lines.some((line) => free(order, line) > 0)
      ? [{ dueAt: shipByOf(order, policy.cancelLateWorkingDays) }]
      : [];
  },
  fire: (order, timer, { at, commandId }) => [
    {
      type: 'LinesCancelled',
      at,
      data: {
        cancellationId: `${commandId}-${timer.timer}`,
        units: everyUnit(order, (line) => free(order, line)),
        reason: 'not-shipped',
        ...timer,
      },
    },
  ],
};
