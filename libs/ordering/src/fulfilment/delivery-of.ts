import { type Case } from '../cases/case-life.js';
import { type PackageState } from '../order.js';
import { type DeliveryState } from './package-life.js';

/** A package as a case: in which state it is and since when, by what was reported last, or else by its marks. */
export function deliveryOf(parcel: PackageState): PackageState & Case<DeliveryState> {
  const { reported, deliveredAt, lostAt, shippedAt, arrangedAt } = parcel;
  if (reported !== undefined) return { ...parcel, ...reported };
  if (deliveredAt !== undefined) return { ...parcel, state: 'delivered', since: deliveredAt };
  if (lostAt !== undefined) return { ...parcel, state: 'lost', since: lostAt };
  return shippedAt === undefined
    ? { ...parcel, state: 'arranged', since: arrangedAt }
    : { ...parcel, state: 'in-transit', since: shippedAt };
}
