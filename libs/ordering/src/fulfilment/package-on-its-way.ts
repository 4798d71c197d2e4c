import { type Role } from '../actor.js';
import { type Order, type PackageState } from '../order.js';
import { type Refusal, refuse } from '../refusal.js';

/** The package, which has left and was not handed over; or why it is not so. */
export function packageOnItsWay(order: Order, packageId: string): PackageState | Refusal {
  const parcel = findPackage(order, packageId);
  if ('code' in parcel) return parcel;
  if (parcel.deliveredAt !== undefined)
    return refuse('package-already-delivered', { packageId }, '/packageId');
  if (parcel.shippedAt === undefined) return refuse('package-not-shipped', { packageId }, '/packageId');
  return parcel;
}

export const findPackage = (order: Order, packageId: string): PackageState | Refusal =>
  order.packages.find((candidate) => candidate.packageId === packageId) ??
  refuse('unknown-package', { packageId }, '/packageId');

/** A seller speaks for the carrier of a package only where the seller has it carried. */
export const checkOwnCourier = ({ method }: PackageState, role: Role): Refusal | undefined =>
  role === 'seller' && method !== 'self' ? refuse('not-own-courier', {}, '/packageId') : undefined;
