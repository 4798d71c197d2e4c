import { withCaseMoved } from '../cases/case-life.js';
import { type Evolution, withMore } from '../evolution.js';
import { withoutPackage } from '../fulfilment/lost-packages.js';
import { type ClaimCase, type Order } from '../order.js';
import { claimLife } from './claim-life.js';
import { type ClaimsEvent } from './events.js';

type LaterEvent = Exclude<ClaimsEvent, { type: 'ClaimOpened' }>;

export const claimsEvolution: Evolution<ClaimsEvent> = {
  ClaimOpened: (order, { at, data: { claimId, kind, units, packageId } }) => ({
    ...order,
    claims: [...order.claims, { claimId, kind, units, packageId, state: 'opened', since: at }],
  }),
  ClaimAnswered: (order, event) => withClaimMoved(order, event),
  ClaimEscalated: (order, event) => withClaimMoved(order, event),
  ClaimWithdrawn: (order, event) => withClaimMoved(order, event),
  ClaimResolved: (order, event) => {
    const { claimId, resolvedFor } = event.data;
    const resolved = withClaimMoved(order, event, { resolvedFor });
    const claim = resolved.claims.find((known) => known.claimId === claimId);
    return claim === undefined || resolvedFor === 'seller'
      ? resolved
      : withClaimGranted(resolved, claim, event.at);
  },
};

/** The claim in the state that the event leads to. */
const withClaimMoved = (order: Order, event: LaterEvent, more: Partial<ClaimCase> = {}): Order => ({
  ...order,
  claims: order.claims.map((known) =>
    known.claimId === event.data.claimId ? { ...withCaseMoved(claimLife, known, event), ...more } : known,
  ),
});

/** The price of the units goes back; a package that has not come is waited for no longer. */
function withClaimGranted(order: Order, { kind, units, packageId }: ClaimCase, at: string): Order {
  if (kind !== 'not-received') return withMore(order, units, 'returned');
  const parcel = order.packages.find((known) => known.packageId === packageId);
  // Of a package that counts as delivered, the claim is about units of it.
  return parcel?.deliveredAt === undefined
    ? withoutPackage(order, packageId!, at)
    : withMore(order, units, 'lost');
}
