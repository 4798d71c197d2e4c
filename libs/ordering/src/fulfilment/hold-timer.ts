import { statusOf } from '../status.js';
import { type TimerRules } from '../timer-rules.js';
import { reachesSellerAt } from './reaches-seller-at.js';

/** A paid order goes on to the seller when the buyer's time to cancel freely is over. */
export const holdTimer: TimerRules = {
  running: (order) => (statusOf(order) === 'OnHold' ? [{ dueAt: reachesSellerAt(order) }] : []),
  fire: (_, timer, { at }) => [{ type: 'HoldReleased', at, data: timer }],
};
