import { checkUnits } from '../decide/check-units.js';
import { type Order } from '../order.js';
import { type Units } from '../order-terms.js';
import { everyUnit, needsShipping, packable } from '../quantities.js';
import { type Refusal, refuse } from '../refusal.js';

/** The units of a new package: those that are named, or all that are left; or why they cannot be packed. */
export function unitsToPack(order: Order, named?: readonly Units[]): readonly Units[] | Refusal {
  const units = named ?? everyUnit(order, (line) => packable(order, line));
  if (named === undefined && units.length === 0)
    return order.openCancellations.length > 0
      ? refuse('cancellation-open')
      : refuse('nothing-left', { fault: 'packed' });
  const unsent = units.findIndex(({ lineId }) =>
    order.lines.some((line) => line.lineId === lineId && !needsShipping(line)),
  );
  if (unsent >= 0) return refuse('no-shipping-needed', {}, `/units/${unsent}/lineId`);
  return checkUnits(order, units, (line) => packable(order, line)) ?? units;
}
