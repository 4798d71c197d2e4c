import { type CommandRules, no, to } from '../command-rules.js';
import { checkUnits } from '../decide/check-units.js';
import { type DecisionContext, type Ruling } from '../decide/decision.js';
import { type Order } from '../order.js';
import { everyUnit, free } from '../quantities.js';
import { refuse } from '../refusal.js';
import { type ShipOrder } from './commands.js';

export const ship: CommandRules<ShipOrder> = {
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
  actsOn: (order) => order.lines.some((line) => free(order, line) > 0),
  decide,
};

function decide(order: Order, command: ShipOrder, { at, commandId }: DecisionContext): Ruling {
  const { type: _, packageId = commandId, ...shipment } = command;
  if (order.packages.some((known) => known.packageId === packageId))
    return refuse('package-already-exists', `Package ${packageId} exists already.`, '/packageId');
  if (order.policy.checklistRequired && !command.checklistDone)
    return refuse('checklist-required', 'Tick off the packing checklist first.', '/checklistDone');

  const units = command.units ?? everyUnit(order, (line) => free(order, line));
  if (units.length === 0 && order.openCancellations.length > 0)
    return refuse('cancellation-open', 'The buyer asked to cancel all that is left; answer that first.');
  return (
    checkUnits(order, units, (line) => free(order, line)) ?? [
      { type: 'PackageArranged', at, data: { packageId, ...shipment, units } },
      { type: 'PackageShipped', at, data: { packageId } },
    ]
  );
}
