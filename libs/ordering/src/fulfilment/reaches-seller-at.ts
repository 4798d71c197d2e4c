import { type Order } from '../order.js';
import { endOfTerm } from '../policy-duration.js';

/** When nothing was left to wait for on the buyer's side: with the payment, or with the order where that comes at the door. */
export const goesOnAt = ({ cashOnDelivery, paidAt, placedAt }: Order): string =>
  cashOnDelivery ? placedAt : (paidAt ?? placedAt);

/** When an order reaches its seller: after the time in which the buyer may cancel freely. */
export const reachesSellerAt = (order: Order): string =>
  endOfTerm(order.policy, 'holdMinutes', goesOnAt(order));
