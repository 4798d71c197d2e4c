import { withGivenUp } from '../evolution.js';
import { type Order, type PackageState } from '../order.js';
import { type Units } from '../order-terms.js';
import { everyUnit, unitsOf } from '../quantities.js';
import { type Fault } from '../reasons.js';

/** Whether somebody still waits for the package: it has neither come nor was it given up. */
export const isAwaited = ({ deliveredAt, lostAt }: PackageState): boolean =>
  deliveredAt === undefined && lostAt === undefined;

/** Units of packages that were given up and have not come after all. */
export function neverCame(order: Order): Units[] {
  const packages = order.packages.filter((parcel) => parcel.lostAt !== undefined && !parcel.deliveredAt);
  const units = packages.flatMap((parcel) => parcel.units);
  return everyUnit(order, ({ lineId }) => unitsOf(units, lineId));
}

/** The order when nobody waits for the package any more: the price of its units goes back, once. */
export function withoutPackage(order: Order, packageId: string, at: string, fault?: Fault): Order {
  const parcel = order.packages.find((known) => known.packageId === packageId);
  if (parcel === undefined || !isAwaited(parcel)) return order;
  const packages = order.packages.map((known) => (known === parcel ? { ...known, lostAt: at } : known));
  return withGivenUp({ ...order, packages }, parcel.units, 'lost', fault);
}
