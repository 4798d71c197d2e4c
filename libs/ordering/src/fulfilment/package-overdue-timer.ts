import { packageCases } from '../cases/case-kinds.js';
import { caseTimers } from '../cases/case-timers.js';
import { type Order } from '../order.js';
import { endOfTerm } from '../policy-duration.js';
import { type TimerRules } from '../timer-rules.js';

/** A package that nobody reports on: buyer and seller are asked. */
export const packageOverdueTimer: TimerRules = {
  running: (order) =>
    caseTimers(
      packageCases,
      'package-overdue',
      'packageOverdueDays',
    )(order).map(({ subject }) => ({
      subject,
      dueAt: endOfTerm(order.policy, 'packageOverdueDays', lastHeardOf(order, subject!)),
    })),
  fire: (_, { subject, ...fired }, { at }) => [
    { type: 'PackageOverdue', at, data: { packageId: subject!, ...fired } },
  ],
};

/** When the package was last heard of, or was to arrive where that is later. */
function lastHeardOf(order: Order, packageId: string): string {
  const { since, scans, estimatedDelivery } = packageCases
    .all(order)
    .find((parcel) => parcel.packageId === packageId)!;
  return [since, ...scans.map(({ scannedAt }) => scannedAt), estimatedDelivery ?? since]
    .sort((one, other) => Date.parse(one) - Date.parse(other))
    .at(-1)!;
}
