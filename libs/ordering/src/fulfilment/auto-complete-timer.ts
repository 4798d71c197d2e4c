import { claimCases } from '../cases/case-kinds.js';
import { findOpenCase } from '../cases/find-case.js';
import { endOfTerm } from '../policy-duration.js';
import { statusOf } from '../status.js';
import { type TimerRules } from '../timer-rules.js';
import { completionEvents } from './completion-events.js';

/** A delivered order completes by itself when the buyer says nothing, and not while a claim is open. */
export const autoCompleteTimer: TimerRules = {
  running: (order) =>
    statusOf(order) === 'Delivered' &&
    order.deliveredAt !== undefined &&
    findOpenCase(claimCases, order) === undefined
      ? [{ dueAt: endOfTerm(order.policy, 'autoCompleteDays', order.deliveredAt) }]
      : [],
  fire: (_, timer, { at }) => completionEvents(at, timer),
};
