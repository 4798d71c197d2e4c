import { withCaseMoved } from '../cases/case-life.js';
import { ungranted } from '../cases/case-units.js';
import { type Evolution, withGivenUp } from '../evolution.js';
import { withoutPackage } from '../fulfilment/lost-packages.js';
import { type ClaimCase, type Order } from '../order.js';
import { faultIn } from '../reasons.js';
import { claimLife } from './claim-life.js';
import { type ClaimsEvent } from './events.js';

type LaterEvent = Exclude<ClaimsEvent, { type: 'ClaimOpened' }>;

export const claimsEvolution: Evolution<ClaimsEvent> = {
  ClaimOpened: (order, { at, data }) => {
    const { claimId, kind, units, packageId } = data;
    const fault = faultIn('claim', { ...data, reason: kind });
    const opened = { claimId, kind, fault, units, packageId, state: 'opened', since: at } as const;
    return { ...order, claims: [...order.claims, opened] };
  },
  ClaimAnswered: (order, event) => withClaimMoved(order, event),
  ClaimAppealed: (order, event) => withClaimMoved(order, event, { appealedAt: event.at }),
  ClaimEscalated: (order, event) => withClaimMoved(order, event),
  ClaimWithdrawn: (order, event) => withClaimMoved(order, event),
  ClaimResolved: (order, event) => {
    const { claimId, resolvedFor, granted, allowance, timer } = event.data;
    const claim = order.claims.find((known) => known.claimId === claimId);
    if (claim === undefined) return order;
    // An appeal that is lost leaves what was granted before.
    if (resolvedFor === 'seller')
      return withClaimMoved(order, event, {
        resolvedFor: claim.resolvedFor ?? 'seller',
        ...(timer === undefined ? {} : { lapsed: true }),
      });
    const resolved = withClaimMoved(order, event, {
      resolvedFor,
      granted: granted && [...(claim.granted ?? []), ...granted],
      allowance,
    });
    const allowances = order.allowances + (allowance ?? -(claim.allowance ?? 0));
    // Units that are given back take the place of what was let off their price before.
    return allowance === undefined
      ? withClaimGranted(
          { ...resolved, allowances },
          { ...claim, units: granted ?? ungranted(claim) },
          event.at,
        )
      : { ...resolved, allowances };
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
function withClaimGranted(order: Order, { kind, fault, units, packageId }: ClaimCase, at: string): Order {
  if (kind !== 'not-received') return withGivenUp(order, units, 'returned', fault);
  const parcel = order.packages.find((known) => known.packageId === packageId);
  // Of a package that counts as delivered, the claim is about units of it.
  return parcel?.deliveredAt === undefined
    ? withoutPackage(order, packageId!, at, fault)
    : withGivenUp(order, units, 'lost', fault);
}
