import { refundDue } from '../amounts.js';
import { type OrderEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { type MinorUnits } from '../money.js';
import { type Order } from '../order.js';
import { refundInitiatedEvents } from './refund-initiated-events.js';

type Of =
  | { readonly reason: 'returned' | 'partial-refund'; readonly returnId: string }
  | { readonly reason: 'claim'; readonly claimId: string }
  | { readonly reason: 'not-delivered'; readonly packageId: string };

/** The events of a case or of a package, and the refund of what the buyer owes less because of them. */
export function eventsWithRefund(order: Order, events: readonly OrderEvent[], of: Of): OrderEvent[] {
  const after = events.reduce<Order>(evolve, order);
  const amount = refundDue(after) - refundDue(order);
  if (amount <= 0) return [...events];
  return [
    ...events,
    ...refundInitiatedEvents(after, events[0]!.at, { refundId: nameOf(after, of), amount, ...of }),
  ];
}

/** How much of the order's refunds these events begin. */
export const refundedBy = (order: Order, events: readonly OrderEvent[]): MinorUnits =>
  events.reduce<Order>(evolve, order).refunded - order.refunded;

function nameOf({ claims }: Order, of: Of): string {
  if ('returnId' in of) return `return.${of.returnId}`;
  if ('packageId' in of) return `package.${of.packageId}`;
  const claim = claims.find(({ claimId }) => claimId === of.claimId);
  return `${claim?.appealedAt === undefined ? 'claim' : 'appeal'}.${of.claimId}`;
}
