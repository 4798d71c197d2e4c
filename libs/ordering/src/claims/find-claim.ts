import { canHappen, isOpen } from '../cases/case-life.js';
import { type OrderEventType } from '../events.js';
import { type ClaimCase, type Order } from '../order.js';
import { claimLife } from './claim-life.js';

export const findClaim = (order: Order, claimId: string): ClaimCase | undefined =>
  order.claims.find((known) => known.claimId === claimId);

/** A claim that is not decided yet, if the order has one. */
export const openClaim = (order: Order): ClaimCase | undefined =>
  order.claims.find((known) => isOpen(claimLife, known));

/** Whether the order has a claim to which the event can happen. */
export const hasClaim =
  (event: OrderEventType) =>
  (order: Order): boolean =>
    order.claims.some((known) => canHappen(claimLife, known, event));
