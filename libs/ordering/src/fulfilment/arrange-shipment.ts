import { checkNoneOpen } from '../changes/change-rules.js';
import { type CommandRules, no, to } from '../command-rules.js';
import { checkAddress } from '../decide/check-address.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { packable } from '../quantities.js';
import { refuse } from '../refusal.js';
import { type ArrangeShipment, type Shipment } from './commands.js';
import { checkDay } from './estimates.js';
import { unitsToPack } from './units-to-pack.js';

export const arrangeShipmentRules: CommandRules<ArrangeShipment> = {
  roles: ['seller', 'platform', 'service'],
  in: {
    AwaitingPayment: no('order-not-paid'),
    OnHold: no('order-on-hold'),
    AwaitingConfirmation: no('order-not-confirmed'),
    Confirmed: to('ShipmentArranged'),
    ShipmentArranged: to('ShipmentArranged'),
    PartiallyShipped: to('PartiallyShipped'),
    InTransit: no('order-already-shipped'),
    Delivered: no('order-already-shipped'),
    Completed: no('order-already-shipped'),
    Cancelled: no('order-cancelled'),
  },
  actsOn: (order) => order.openChanges.length === 0 && order.lines.some((line) => packable(order, line) > 0),
  decide: (order, { type: _, ...shipment }, context) => decideArrangement(order, shipment, context),
};

/** The event of a new package, or why there cannot be one. The checklist is asked for when the package leaves. */
export function decideArrangement(
  order: Order,
  { packageId, units: wanted, ...shipment }: Shipment & { readonly checklistDone: boolean },
  { at, commandId, isHistory }: Pick<DecisionContext, 'at' | 'commandId' | 'isHistory'>,
): DecisionResult {
  const changing = checkNoneOpen(order);
  if (changing !== undefined) return changing;
  const name = packageId ?? commandId;
  if (order.packages.some((known) => known.packageId === name))
    return refuse('package-already-exists', { packageId: name, fault: 'taken' }, '/packageId');
  const badAddress = shipment.shipFrom && checkAddress(shipment.shipFrom, '/shipFrom');
  if (badAddress !== undefined) return badAddress;
  const day = shipment.estimatedDelivery;
  const over = day === undefined || isHistory ? undefined : checkDay(day, at, '/estimatedDelivery');
  if (over !== undefined) return over;
  const units = unitsToPack(order, wanted);
  return 'code' in units
    ? units
    : [{ type: 'PackageArranged', at, data: { packageId: name, ...shipment, units } }];
}
