import { type Order } from '../order.js';
import { after, minute } from '../timers.js';

/** When a paid order reaches its seller: after the time in which the buyer may cancel freely. */
export const reachesSellerAt = ({ paidAt, placedAt, policy }: Order): string =>
  after(paidAt ?? placedAt, policy.holdMinutes * minute);
