import { type Order, type PackageState } from '../order.js';
import { type Units } from '../order-terms.js';
import { live, unitsOf } from '../quantities.js';
import { type PackageUnpacked } from './events.js';

/** Units that were cancelled although they are packed leave their packages, those arranged last first. */
export function packageUnpackedEvents(order: Order, at: string): PackageUnpacked[] {
  const surplus = new Map(order.lines.map((line) => [line.lineId, line.arranged - live(line)]));
  const taken = order.packages
    .filter((parcel) => parcel.shippedAt === undefined)
    .reverse()
    .map((parcel) => ({ packageId: parcel.packageId, units: takeFrom(parcel, surplus) }));
  return taken.filter(({ units }) => units.length > 0).map((data) => ({ type: 'PackageUnpacked', at, data }));
}

/** What the package gives up of the surplus, which is that much smaller afterwards. */
function takeFrom(parcel: PackageState, surplus: Map<string, number>): Units[] {
  const units: Units[] = [];
  for (const [lineId, left] of surplus) {
    const quantity = Math.min(left, unitsOf(parcel.units, lineId));
    if (quantity <= 0) continue;
    units.push({ lineId, quantity });
    surplus.set(lineId, left - quantity);
  }
  return units;
}
