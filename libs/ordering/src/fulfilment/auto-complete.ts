import { statusOf } from '../status.js';
import { type TimerRules } from '../timer-rules.js';
import { after, day } from '../timers.js';
import { completed } from './completed.js';

/** A delivered order completes by itself when the buyer says nothing. */
export const autoComplete: TimerRules = {
  running: (order) =>
    statusOf(order) === 'Delivered' && order.deliveredAt !== undefined
      ? [{ dueAt: after(order.deliveredAt, order.policy.autoCompleteDays * day) }]
      : [],
  fire: (_, timer, { at }) => completed(at, timer),
};
