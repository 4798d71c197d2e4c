import { type Evolution, withMore } from '../evolution.js';
import { type Order, type PackageState } from '../order.js';
import { without } from '../quantities.js';
import { type DeliveryEstimateChanged, type FulfilmentEvent } from './events.js';
import { isAwaited } from './lost-packages.js';

/** Far more than a package has on its way, so that one whose scans never end does not make its order heavy. */
const rememberedScans = 100;

export const fulfilmentEvolution: Evolution<FulfilmentEvent> = {
  HoldReleased: (order) => ({ ...order, holdReleased: true }),
  OrderConfirmed: (order, { at }) => ({ ...order, confirmedAt: at }),
  ShipmentLate: (order, { at }) => ({ ...order, shipmentLateAt: at }),
  GoodsProvided: (order, { data: { units } }) =>
    withMore(withMore(withMore(order, units, 'arranged'), units, 'shipped'), units, 'delivered'),
  PackageArranged: (order, { data: { shipFrom: _, ...parcel } }) => {
    const estimatedDelivery = parcel.estimatedDelivery ?? order.estimatedDelivery;
    return {
      ...withMore(order, parcel.units, 'arranged'),
      packages: [...order.packages, { ...parcel, estimatedDelivery, scans: [] }],
    };
  },
  PackageUnpacked: (order, { data }) => {
    const parcel = packageOf(order, data.packageId);
    const back = data.units.map(({ lineId, quantity }) => ({ lineId, quantity: -quantity }));
    return withPackage(withMore(order, back, 'arranged'), {
      ...parcel,
      units: without(parcel.units, data.units),
    });
  },
  PackageShipped: (order, { at, data }) => {
    const shipped = packageOf(order, data.packageId);
    return withPackage(withMore(order, shipped.units, 'shipped'), { ...shipped, shippedAt: at });
  },
  PackageScanned: (order, { data: { packageId, code, scannedAt, place } }) => {
    const scanned = packageOf(order, packageId);
    const scans = [...scanned.scans, { code, scannedAt, place }].slice(-rememberedScans);
    return withPackage(order, { ...scanned, scans });
  },
  DeliveryDelayed: (order, { data }) => withEstimate(order, data),
  DeliveryEstimateChanged: (order, { data }) => withEstimate(order, data),
  PackageDelivered: (order, { at, data }) => {
    const parcel = packageOf(order, data.packageId);
    const delivered = withPackage(order, { ...parcel, deliveredAt: at });
    // What was given up stays so where it comes after all: the buyer has its price back, and nobody waited for it.
    return parcel.lostAt === undefined ? withMore(delivered, parcel.units, 'delivered') : delivered;
  },
  OrderDelivered: (order, { at }) => ({ ...order, deliveredAt: at }),
  OrderCompleted: (order, { at }) => ({ ...order, completedAt: at }),
};

function packageOf(order: Order, packageId: string): PackageState {
  const found = order.packages.find((candidate) => candidate.packageId === packageId);
  if (found === undefined) throw new Error(`Order ${order.orderId} has no package ${packageId}.`);
  return found;
}

/** A package without units is none. */
const withPackage = (order: Order, changed: PackageState): Order => ({
  ...order,
  packages: order.packages
    .map((candidate) => (candidate.packageId === changed.packageId ? changed : candidate))
    .filter(({ units }) => units.length > 0),
});

/** Without a package, the estimate is that of all that has not arrived. */
const withEstimate = (order: Order, { packageId, newEstimate }: DeliveryEstimateChanged['data']): Order => ({
  ...order,
  estimatedDelivery: packageId === undefined ? newEstimate : order.estimatedDelivery,
  packages: order.packages.map((parcel) =>
    isAwaited(parcel) && (packageId ?? parcel.packageId) === parcel.packageId
      ? { ...parcel, estimatedDelivery: newEstimate }
      : parcel,
  ),
});
