import { packageCases } from '../cases/case-kinds.js';
import { checkCase, hasCase } from '../cases/find-case.js';
import { type CommandRules, no, to } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { type Refusal, refuse } from '../refusal.js';
import { type DeliverPackage } from './commands.js';
import { checkOwnCourier, packageOnItsWay } from './package-on-its-way.js';

export const deliverRules: CommandRules<DeliverPackage> = {
  roles: ['seller', 'carrier', 'platform', 'service'],
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
  actsOn: hasCase(packageCases, 'PackageDelivered'),
  decide,
};

function decide(
  order: Order,
  { packageId, proof }: DeliverPackage,
  { at, role }: DecisionContext,
): DecisionResult {
  const parcel = packageOnItsWay(order, packageId);
  if ('code' in parcel) return parcel;
  return (
    checkOwnCourier(parcel, role) ??
    checkProof(proof, role) ??
    checkCase(packageCases, order, packageId, 'PackageDelivered') ?? [
      { type: 'PackageDelivered', at, data: { packageId, proof } },
    ]
  );
}

/** Who did not carry the package shows that the buyer has it. */
const checkProof = (proof: DeliverPackage['proof'], role: DecisionContext['role']): Refusal | undefined =>
  (role === 'seller' || role === 'platform') && proof?.receivedBy === undefined && proof?.photo === undefined
    ? refuse('proof-required', {}, '/proof')
    : undefined;
