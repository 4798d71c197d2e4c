import { type Order } from '../order.js';
import { endOfTerm } from '../policy-duration.js';
import { everyUnit, free } from '../quantities.js';
import { faultOf } from '../reasons.js';
import { type TimerRules } from '../timer-rules.js';
import { shipByOf } from './ship-by-timer.js';

/**
 * What a late seller still has not packed is cancelled. A package that waits for its carrier is let go on, until it
 * would have been overdue.
 */
export const lateCancelTimer: TimerRules = {
  running: (order) => {
    const { shipmentLateAt, policy, lines } = order;
    if (shipmentLateAt === undefined || policy.cancelLateWorkingDays === 0) return [];
    const dueAt = shipByOf(order, policy.cancelLateWorkingDays);
    return [
      ...(lines.some((line) => free(order, line) > 0) ? [{ dueAt }] : []),
      ...leftBehind(order).map(({ packageId }) => ({
        subject: packageId,
        dueAt: endOfTerm(policy, 'packageOverdueDays', dueAt),
      })),
    ];
  },
  fire: (order, { subject, ...fired }, { at, commandId }) => [
    {
      type: 'LinesCancelled',
      at,
      data: {
        cancellationId: [commandId, fired.timer, subject].filter(Boolean).join('-'),
        units:
          order.packages.find(({ packageId }) => packageId === subject)?.units ??
          everyUnit(order, (line) => free(order, line)),
        reason: 'not-shipped',
        fault: faultOf('cancellation', 'not-shipped'),
        ...fired,
      },
    },
  ],
};

/** Packages that their carriers have not got. While a request to cancel is open, they are held for its answer. */
const leftBehind = ({ packages, policy, openCancellations }: Order): Order['packages'] =>
  policy.packageOverdueDays > 0 && openCancellations.length === 0
    ? packages.filter(({ shippedAt }) => shippedAt === undefined)
    : [];
