import { type Order } from '../order.js';
import { endOfTerm } from '../policy-duration.js';

/** When the buyer had nothing left to do: at the payment, or, with cash on delivery, at the placing of the order. */
export const goesOnAt = ({ cashOnDelivery, paidAt, placedAt }: Order): string =>
  cashOnDelivery ? placedAt : (paidAt ?? placedAt);

/** When an order reaches its seller: after the time in which the buyer may cancel freely. */
export const reachesSellerAt = (order: Order): string =>
  endOfTerm(order.policy, 'holdMinutes', goesOnAt(order));
