import { count, type Evolution } from '../evolution.js';
import { type Order, type PackageState } from '../order.js';
import { type FulfilmentEvent } from './events.js';

export const fulfilmentEvolution: Evolution<FulfilmentEvent> = {
  HoldReleased: (order) => ({ ...order, holdReleased: true }),
  OrderConfirmed: (order, { at }) => ({ ...order, confirmedAt: at }),
  ShipmentLate: (order, { at }) => ({ ...order, shipmentLateAt: at }),
  PackageArranged: (order, { data: { packageId, units } }) => ({
    ...count(order, units, 'arranged'),
    packages: [...order.packages, { packageId, units }],
  }),
  PackageShipped: (order, { at, data }) => {
    const shipped = packageOf(order, data.packageId);
    return replacePackage(count(order, shipped.units, 'shipped'), { ...shipped, shippedAt: at });
  },
  PackageDelivered: (order, { at, data }) => {
    const delivered = packageOf(order, data.packageId);
    return replacePackage(count(order, delivered.units, 'delivered'), { ...delivered, deliveredAt: at });
  },
  OrderDelivered: (order, { at }) => ({ ...order, deliveredAt: at }),
  OrderCompleted: (order, { at }) => ({ ...order, completedAt: at }),
};

function packageOf(order: Order, packageId: string): PackageState {
  const found = order.packages.find((candidate) => candidate.packageId === packageId);
  if (found === undefined) throw new Error(`Order ${order.orderId} has no package ${packageId}.`);
  return found;
}

const replacePackage = (order: Order, changed: PackageState): Order => ({
  ...order,
  packages: order.packages.map((candidate) =>
    candidate.packageId === changed.packageId ? changed : candidate,
  ),
});
