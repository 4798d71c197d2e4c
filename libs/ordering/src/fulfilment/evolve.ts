import { type Evolution, withFewer, withMore } from '../evolution.js';
import { type Order, type PackageState } from '../order.js';
import { unitsOf, without } from '../quantities.js';
import { faultIn } from '../reasons.js';
import { deliveryOf } from './delivery-of.js';
import { type DeliveryEstimateChanged, type FulfilmentEvent, type PackageMarkTakenBack } from './events.js';
import { isAwaited, withoutPackage } from './lost-packages.js';
import { packageLife } from './package-life.js';

/** What may be said of a package on its way. */
type PackageReport = Extract<FulfilmentEvent, { readonly data: { readonly packageId: string } }>;

/** Far more than a package has on its way, so that one whose scans never end does not make its order heavy. */
const rememberedScans = 100;

export const fulfilmentEvolution: Evolution<FulfilmentEvent> = {
  HoldReleased: (order) => ({ ...order, holdReleased: true }),
  OrderConfirmed: (order, { at }) => ({ ...order, confirmedAt: at }),
  ShipmentLate: (order, { at }) => ({ ...order, shipmentLateAt: at }),
  GoodsProvided: (order, { data: { units } }) =>
    withMore(withMore(withMore(order, units, 'arranged'), units, 'shipped'), units, 'delivered'),
  PackageArranged: (order, { at, data: { shipFrom: _, ...parcel } }) => {
    const estimatedDelivery = parcel.estimatedDelivery ?? order.estimatedDelivery;
    return {
      ...withMore(order, parcel.units, 'arranged'),
      packages: [...order.packages, { ...parcel, estimatedDelivery, scans: [], arrangedAt: at }],
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
  PackageScanned: (order, event) => {
    const { packageId, code, scannedAt, place } = event.data;
    const scanned = packageOf(withReport(order, event), packageId);
    const scans = [...scanned.scans, { code, scannedAt, place }].slice(-rememberedScans);
    return withPackage(order, { ...scanned, scans });
  },
  DeliveryDelayed: (order, { data }) => withEstimate(order, data),
  DeliveryEstimateChanged: (order, { data }) => withEstimate(order, data),
  PackageDelivered: (order, { at, data }) => {
    const parcel = packageOf(order, data.packageId);
    const delivered = withPackage(order, { ...parcel, deliveredAt: at, reported: undefined });
    // What was given up stays so where it comes after all: the buyer has its price back, and nobody waited for it.
    return parcel.lostAt === undefined ? withMore(delivered, parcel.units, 'delivered') : delivered;
  },
  DeliveryAttempted: withReport,
  PackageHeld: withReport,
  PackageOverdue: withReport,
  PackageReturning: (order, event) =>
    withoutPackage(withReport(order, event), event.data.packageId, event.at, faultIn('package', event.data)),
  PackageLost: (order, event) =>
    withoutPackage(withReport(order, event), event.data.packageId, event.at, faultIn('package', event.data)),
  PackageReceivedBack: (order, event) => {
    const { packageId, sellable } = event.data;
    const back = withoutPackage(withReport(order, event), packageId, event.at);
    return withPackage(back, { ...packageOf(back, packageId), restocked: sellable });
  },
  PackageCorrected: (order, { data: { previous: _, ...corrected } }) =>
    withPackage(order, { ...packageOf(order, corrected.packageId), ...corrected }),
  PackageMarkTakenBack: (order, event) =>
    event.data.mark === 'shipped' ? withoutShipping(order, event) : withoutDelivery(order, event),
  OrderDelivered: (order, { at }) => ({ ...order, deliveredAt: at }),
  OrderCompleted: (order, { at }) => ({ ...order, completedAt: at }),
};

/** The package in the state that the event leads to. */
function withReport(order: Order, { type, at, data: { packageId } }: PackageReport): Order {
  const parcel = packageOf(order, packageId);
  const state = packageLife[deliveryOf(parcel).state].on[type];
  return state === undefined ? order : withPackage(order, { ...parcel, reported: { state, since: at } });
}

function withoutShipping(order: Order, { data: { packageId } }: PackageMarkTakenBack): Order {
  const parcel = packageOf(order, packageId);
  const packed = withPackage(order, { ...parcel, shippedAt: undefined, reported: undefined });
  const unshipped = withFewer(packed, parcel.units, 'shipped');
  return {
    ...unshipped,
    lines: unshipped.lines.map((line) => {
      const more = unitsOf(parcel.units, line.lineId);
      return more === 0 ? line : { ...line, takenBack: (line.takenBack ?? 0) + more };
    }),
  };
}

/** Cash that was booked with the delivery is still to be paid, and the order has not arrived. */
function withoutDelivery(order: Order, event: PackageMarkTakenBack): Order {
  const { packageId, paymentId } = event.data;
  const { units } = packageOf(order, packageId);
  const underway = withReport(order, event);
  const parcel = { ...packageOf(underway, packageId), deliveredAt: undefined };
  const payments = order.payments.filter((payment) => payment.paymentId !== paymentId);
  return {
    ...withFewer(withPackage(underway, parcel), units, 'delivered'),
    payments,
    paidAt: paymentId === undefined ? order.paidAt : undefined,
    deliveredAt: undefined,
  };
}

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
