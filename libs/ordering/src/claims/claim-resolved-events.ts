import { type OrderEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { type Order } from '../order.js';
import { eventsWithRefund, refundedBy } from '../refunds/events-with-refund.js';
import { type ClaimResolved } from './events.js';

/** The decision of a claim with what goes back by it, behind the events that it follows from. */
export function claimResolvedEvents(
  order: Order,
  before: readonly OrderEvent[],
  { at, data }: Omit<ClaimResolved, 'type'>,
): OrderEvent[] {
  const { claimId, resolvedFor } = data;
  const resolved = (more: object): OrderEvent => ({ type: 'ClaimResolved', at, data: { ...data, ...more } });
  if (resolvedFor === 'seller') return [...before, resolved({})];
  const events = eventsWithRefund(order, [...before, resolved({})], { reason: 'claim', claimId });
  const amount = refundedBy(before.reduce<Order>(evolve, order), events.slice(before.length));
  return events.map((event) => (event.type === 'ClaimResolved' ? resolved({ amount }) : event));
}
