import { refundDue } from '../amounts.js';
import { type OrderEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { type Order } from '../order.js';
import { refundInitiatedEvent } from './refund-initiated-event.js';

type Of =
  | { readonly reason: 'returned' | 'partial-refund'; readonly returnId: string }
  | { readonly reason: 'claim'; readonly claimId: string };

/** The events of a case, and the refund of what the buyer owes less because of them. */
export function eventsWithRefund(order: Order, events: readonly OrderEvent[], of: Of): OrderEvent[] {
  const after = events.reduce<Order>(evolve, order);
  const amount = refundDue(after) - refundDue(order);
  if (amount <= 0) return [...events];
  const refundId = 'returnId' in of ? `return.${of.returnId}` : `claim.${of.claimId}`;
  return [...events, refundInitiatedEvent(after, events[0]!.at, { refundId, amount, ...of })];
}
