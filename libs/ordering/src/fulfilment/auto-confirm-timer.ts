import { type Order } from '../order.js';
import { statusOf } from '../status.js';
import { type TimerRules } from '../timer-rules.js';
import { reachesSellerAt } from './reaches-seller-at.js';

/** A seller who wants it so takes every order on as soon as it comes, unless goods of it are not in stock. */
export const autoConfirmTimer: TimerRules = {
  running: (order) =>
    confirmsItself(order) && statusOf(order) === 'AwaitingConfirmation'
      ? [{ dueAt: reachesSellerAt(order) }]
      : [],
  fire: (_, timer, { at, missing = [] }) => [
    missing.length === 0
      ? { type: 'OrderConfirmed', at, data: timer }
      : { type: 'StockMissing', at, data: { ...timer, units: missing } },
  ],
};

/** What the automation gave up once is left to the seller. */
export const confirmsItself = ({ policy, stockMissedAt }: Order): boolean =>
  policy.autoConfirm && stockMissedAt === undefined;
