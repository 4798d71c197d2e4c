import { type CommandRules, no, to } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { type DeliverPackage } from './commands.js';

export const deliverRules: CommandRules<DeliverPackage> = {
  roles: ['carrier', 'service'],
  in: {
    AwaitingPayment: no('order-not-shipped'),
    OnHold: no('order-not-shipped'),
    AwaitingConfirmation: no('order-not-shipped'),
    Confirmed: no('order-not-shipped'),
    ShipmentArranged: no('order-not-shipped'),
    PartiallyShipped: to('PartiallyShipped'),
    InTransit: to('InTransit', 'Delivered'),
    // What was given up may come after all.
    Delivered: to('Delivered', 'Completed'),
    Completed: to('Completed'),
    Cancelled: to('Cancelled'),
  },
  actsOn: (order) =>
    order.packages.some((parcel) => parcel.shippedAt !== undefined && parcel.deliveredAt === undefined),
  decide,
};

function decide(order: Order, { packageId }: DeliverPackage, { at }: DecisionContext): DecisionResult {
  const parcel = order.packages.find((candidate) => candidate.packageId === packageId);
  if (parcel === undefined) return refuse('unknown-package', { packageId }, '/packageId');
  if (parcel.deliveredAt !== undefined)
    return refuse('package-already-delivered', { packageId }, '/packageId');
  if (parcel.shippedAt === undefined) return refuse('package-not-shipped', { packageId }, '/packageId');
  return [{ type: 'PackageDelivered', at, data: { packageId } }];
}
