import { isOpen } from '../cases/case-life.js';
import { claimLife } from '../claims/claim-life.js';
import {
  type OrderEvent,
  type PackageLost,
  type PackageReceivedBack,
  type PackageReturning,
} from '../events.js';
import { type Order } from '../order.js';
import { eventsWithRefund } from '../refunds/events-with-refund.js';

/**
 * The end of waiting for a package: the price of its units goes back, where it has not yet. A claim that it has not
 * come is decided with it.
 */
export function givenUpEvents(
  order: Order,
  event: PackageReturning | PackageReceivedBack | PackageLost,
): OrderEvent[] {
  const { at, data } = event;
  const { packageId } = data;
  const decided = order.claims
    .filter((claim) => claim.packageId === packageId && isOpen(claimLife, claim))
    .map(({ claimId }): OrderEvent => {
      return { type: 'ClaimResolved', at, data: { claimId, resolvedFor: 'buyer' } };
    });
  return eventsWithRefund(order, [event, ...decided], { reason: 'not-delivered', packageId });
}
