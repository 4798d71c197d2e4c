import { type DeliverPackage } from '../commands.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { type DecisionContext, type Ruling } from './decision.js';

export function deliver(order: Order, { packageId }: DeliverPackage, { at }: DecisionContext): Ruling {
  const parcel = order.packages.find((candidate) => candidate.packageId === packageId);
  if (parcel === undefined)
    return refuse('unknown-package', `The order has no package ${packageId}.`, '/packageId');
  if (parcel.deliveredAt !== undefined)
    return refuse('package-already-delivered', `Package ${packageId} was delivered already.`, '/packageId');
  return [{ type: 'PackageDelivered', at, data: { packageId } }];
}
