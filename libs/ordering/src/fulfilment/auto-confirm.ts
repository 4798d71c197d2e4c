import { statusOf } from '../status.js';
import { type TimerRules } from '../timer-rules.js';
import { reachesSellerAt } from './reaches-seller-at.js';

/** A seller who wants it so takes every order on as soon as it comes. */
export const autoConfirm: TimerRules = {
  running: (order) =>
    order.policy.autoConfirm && statusOf(order) === 'AwaitingConfirmation'
      ? [{ dueAt: reachesSellerAt(order) }]
      : [],
  fire: (_, timer, { at }) => [{ type: 'OrderConfirmed', at, data: timer }],
};
