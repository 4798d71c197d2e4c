import { checkUnits } from '../decide/check-units.js';
import { type ClaimCase, type LineState, type Order } from '../order.js';
import { type Units } from '../order-terms.js';
import { unitsOf, without } from '../quantities.js';
import { type Refusal, refuse } from '../refusal.js';

/** The units of a claim that is open or decided for the buyer; what the seller won or the buyer withdrew is free again. */
export function heldUnits({ state, units, resolvedFor, granted }: ClaimCase): readonly Units[] {
  if (state === 'appealed') return units;
  return state === 'withdrawn' || resolvedFor === 'seller' ? [] : (granted ?? units);
}

/** Units of the claim whose price no decision gave back yet. */
export const ungranted = ({ units, granted = [] }: ClaimCase): Units[] => without(units, granted);

export const holds = (claim: ClaimCase): boolean => heldUnits(claim).length > 0;

/** Whether the units were delivered: a package that has not come is given up as a whole. */
export const hasCome = (order: Order, { packageId }: ClaimCase): boolean =>
  packageId === undefined ||
  order.packages.some((parcel) => parcel.packageId === packageId && parcel.deliveredAt !== undefined);

/** Whether none of the claim's units are among the delivered ones: its package has not come, or not before it was given up. */
const undelivered = (order: Order, { packageId }: ClaimCase): boolean =>
  order.packages.some(
    (parcel) =>
      parcel.packageId === packageId && (parcel.deliveredAt === undefined || parcel.lostAt !== undefined),
  );

/** Delivered units that no return and no claim has: a unit is in one case at a time, so its money goes back once. */
export function freeOfCases(order: Order, line: LineState): number {
  const claims = order.claims.filter((claim) => holds(claim) && !undelivered(order, claim));
  const claimed = unitsOf(claims.flatMap(heldUnits), line.lineId);
  return line.delivered - line.returnRequested - claimed;
}

/** Whether the delivered units can be claimed, and where another case has them, that it does. */
export function checkClaimable(order: Order, units: readonly Units[]): Refusal | undefined {
  const tooMany = checkUnits(order, units, (line) => freeOfCases(order, line));
  return tooMany?.code === 'too-many-units' &&
    checkUnits(order, units, (line) => line.delivered) === undefined
    ? refuse('units-in-another-case', {}, tooMany.pointer)
    : tooMany;
}

/** What can be claimed of a package that the buyer has not received. */
export function claimableOf(order: Order, packageId: string): Units[] {
  const parcel = order.packages.find((known) => known.packageId === packageId);
  if (parcel === undefined || order.claims.some((claim) => claim.packageId === packageId && holds(claim)))
    return [];
  if (parcel.deliveredAt === undefined) return parcel.lostAt === undefined ? [...parcel.units] : [];
  return parcel.units
    .map(({ lineId, quantity }) => {
      const line = order.lines.find((known) => known.lineId === lineId)!;
      return { lineId, quantity: Math.min(quantity, freeOfCases(order, line)) };
    })
    .filter(({ quantity }) => quantity > 0);
}
