import { type ShipOrder } from '../commands.js';
import { type Order } from '../order.js';
import { everyUnit, free } from '../quantities.js';
import { refuse } from '../refusal.js';
import { checkUnits } from './check-units.js';
import { type DecisionContext, type Ruling } from './decision.js';

export function ship(order: Order, command: ShipOrder, { at, commandId }: DecisionContext): Ruling {
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
