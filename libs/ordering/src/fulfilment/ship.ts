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
    return refuse(
      'package-already-exists',
      `Package ${packageId} exists already, and was shipped.`,
      '/packageId',
    );
  const other = contradiction(parcel, said);
  if (other !== undefined)
    return refuse(
      'package-already-exists',
      `Package ${packageId} was arranged with another ${other}; ship it by its id alone.`,
      '/packageId',
    );
  if (order.policy.checklistRequired && !parcel.checklistDone && !checklistDone) return checklistRequired;
  if (order.lines.some((line) => unitsOf(parcel.units, line.lineId) > cancellable(order, line)))
    return refuse('cancellation-open', 'The buyer asked to cancel units in this package; answer that first.');
  const tickedOffNow = checklistDone && !parcel.checklistDone ? { checklistDone } : {};
  return [{ type: 'PackageShipped', at, data: { packageId, ...tickedOffNow } }];
}

const checklistRequired = refuse(
  'checklist-required',
  'Tick off the packing checklist first.',
  '/checklistDone',
);

const needed = ['method', 'carrier', 'trackingNumber'] as const;

const isComplete = <Said extends Partial<Shipment>>(said: Said): said is Said & Shipment =>
  needed.every((field) => said[field] !== undefined);

function incomplete(said: Partial<Shipment>): Refusal {
  const missing = needed.filter((field) => said[field] === undefined);
  return refuse(
    'shipment-incomplete',
    `A package that was not arranged before needs its ${missing.join(', ')}.`,
    `/${missing[0]}`,
  );
}

/** In what the command says something else than what was arranged. */
function contradiction(
  parcel: PackageState,
  { units, shipFrom, ...said }: Partial<Shipment>,
): string | undefined {
  if (shipFrom !== undefined) return 'address to ship from';
  const lineIds = [...parcel.units, ...(units ?? [])].map(({ lineId }) => lineId);
  if (units && lineIds.some((lineId) => unitsOf(units, lineId) !== unitsOf(parcel.units, lineId)))
    return 'content';
  const fields = ['method', 'carrier', 'trackingNumber', 'estimatedDelivery'] as const;
  return fields.find((field) => said[field] !== undefined && said[field] !== parcel[field]);
}
