import { type CommandRules, no, to } from '../command-rules.js';
import { type DecisionContext, type DecisionResult, isRefusal } from '../decide/decision.js';
import { type Order, type PackageState } from '../order.js';
import { cancellable, packable, unitsOf } from '../quantities.js';
import { type Refusal, refuse } from '../refusal.js';
import { decideArrangement } from './arrange-shipment.js';
import { type Shipment, type ShipOrder } from './commands.js';

export const shipRules: CommandRules<ShipOrder> = {
  roles: ['seller', 'platform', 'service'],
  in: {
    AwaitingPayment: no('order-not-paid'),
    OnHold: no('order-on-hold'),
    AwaitingConfirmation: no('order-not-confirmed'),
    Confirmed: to('PartiallyShipped', 'InTransit'),
    ShipmentArranged: to('PartiallyShipped', 'InTransit'),
    PartiallyShipped: to('PartiallyShipped', 'InTransit'),
    InTransit: no('order-already-shipped'),
    Delivered: no('order-already-shipped'),
    Completed: no('order-already-shipped'),
    Cancelled: no('order-cancelled'),
  },
  actsOn: (order) =>
    order.packages.some((parcel) => parcel.shippedAt === undefined) ||
    (order.openChanges.length === 0 && order.lines.some((line) => packable(order, line) > 0)),
  decide,
};

function decide(order: Order, command: ShipOrder, context: DecisionContext): DecisionResult {
  const parcel = order.packages.find(({ packageId }) => packageId === command.packageId);
  return parcel === undefined
    ? shipNew(order, command, context)
    : shipArranged(order, parcel, command, context);
}

function shipNew(
  order: Order,
  { type: _, ...shipment }: ShipOrder,
  context: DecisionContext,
): DecisionResult {
  if (!isComplete(shipment)) return incomplete(shipment);
  if (order.policy.checklistRequired && !shipment.checklistDone) return checklistRequired;
  const result = decideArrangement(order, shipment, context);
  const packageId = shipment.packageId ?? context.commandId;
  return isRefusal(result)
    ? result
    : [...result, { type: 'PackageShipped', at: context.at, data: { packageId } }];
}

function shipArranged(
  order: Order,
  parcel: PackageState,
  { type: _, checklistDone, ...said }: ShipOrder,
  { at }: DecisionContext,
): DecisionResult {
  const { packageId } = parcel;
  if (parcel.shippedAt !== undefined)
    return refuse('package-already-exists', { packageId, fault: 'shipped' }, '/packageId');
  if (contradicts(parcel, said))
    return refuse('package-already-exists', { packageId, fault: 'different' }, '/packageId');
  if (order.policy.checklistRequired && !parcel.checklistDone && !checklistDone) return checklistRequired;
  if (order.lines.some((line) => unitsOf(parcel.units, line.lineId) > cancellable(order, line)))
    return refuse('cancellation-open');
  const tickedOffNow = checklistDone && !parcel.checklistDone ? { checklistDone } : {};
  return [{ type: 'PackageShipped', at, data: { packageId, ...tickedOffNow } }];
}

const checklistRequired = refuse('checklist-required', {}, '/checklistDone');

const needed = ['method', 'carrier', 'trackingNumber'] as const;

const isComplete = <Said extends Partial<Shipment>>(said: Said): said is Said & Shipment =>
  needed.every((field) => said[field] !== undefined);

const incomplete = (said: Partial<Shipment>): Refusal =>
  refuse('shipment-incomplete', {}, `/${needed.find((field) => said[field] === undefined)}`);

/** Whether the command says something else than what was arranged. */
function contradicts(parcel: PackageState, { units, shipFrom, ...said }: Partial<Shipment>): boolean {
  if (shipFrom !== undefined) return true;
  const lineIds = [...parcel.units, ...(units ?? [])].map(({ lineId }) => lineId);
  if (units && lineIds.some((lineId) => unitsOf(units, lineId) !== unitsOf(parcel.units, lineId)))
    return true;
  const fields = ['method', 'carrier', 'trackingNumber', 'estimatedDelivery'] as const;
  return fields.some((field) => said[field] !== undefined && said[field] !== parcel[field]);
}
