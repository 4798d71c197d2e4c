import { openClaim } from '../claims/find-claim.js';
import { statusOf } from '../status.js';
import { type TimerRules } from '../timer-rules.js';
import { after, day } from '../timers.js';
import { completed } from './completed.js';

/** A delivered order completes by itself when the buyer says nothing, and not while a claim is open. */
export const autoComplete: TimerRules = {
  running: (order) =>
    statusOf(order) === 'Delivered' && order.deliveredAt !== undefined && openClaim(order) === undefined
      ? [{ dueAt: after(order.deliveredAt, order.policy.autoCompleteDays * day) }]
      : [],
  fire: (_, timer, { at }) => completed(at, timer),
};
