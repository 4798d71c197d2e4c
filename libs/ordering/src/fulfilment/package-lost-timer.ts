import { packageCases } from '../cases/case-kinds.js';
import { caseTimers } from '../cases/case-timers.js';
import { faultOf } from '../reasons.js';
import { type TimerRules } from '../timer-rules.js';
import { givenUpEvents } from './given-up-events.js';

/** What has still not come counts as lost, on its way to the buyer or back to the seller. */
export const packageLostTimer: TimerRules = {
  running: caseTimers(packageCases, 'package-lost', 'packageLostDays'),
  fire: (order, { subject, ...fired }, { at }) =>
    givenUpEvents(order, {
      type: 'PackageLost',
      at,
      data: { packageId: subject!, reason: 'overdue', fault: faultOf('package', 'overdue'), ...fired },
    }),
};
