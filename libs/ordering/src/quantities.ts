import { type LineState, type Order } from './order.js';
import { type Units } from './order-terms.js';

/** Units that are still to reach the buyer, or have: what was ordered and not cancelled. */
export const live = (line: LineState): number => line.ordered - line.cancelled;

/** Whether the price of any unit was not given back: the buyer has it, or is to have it. */
export const keepsAnything = (order: Order): boolean =>
  order.lines.some((line) => live(line) > line.returned + line.lost);

/** How many units of the line a buyer's open requests to cancel hold back. */
export const underRequest = (order: Order, lineId: string): number =>
  unitsOf(
    order.openCancellations.flatMap((request) => request.units),
    lineId,
  );

export const needsShipping = (line: LineState): boolean => line.needsShipping !== false;

/** Units that no package, provision, cancellation or open request has taken yet. */
export const free = (order: Order, line: LineState): number =>
  Math.max(0, live(line) - line.arranged - underRequest(order, line.lineId));

/** Free units that go into a package. */
export const packable = (order: Order, line: LineState): number =>
  needsShipping(line) ? free(order, line) : 0;

/** Units that have not left the seller and that no open request has taken, be they packed already or not. */
export const cancellable = (order: Order, line: LineState): number =>
  live(line) - line.shipped - underRequest(order, line.lineId);

/** The units of a line in a list, added up. */
export const unitsOf = (units: readonly Units[], lineId: string): number =>
  units.filter((entry) => entry.lineId === lineId).reduce((total, entry) => total + entry.quantity, 0);

/** What is left of some units after others were taken out of them. */
export const without = (units: readonly Units[], taken: readonly Units[]): Units[] =>
  [...new Set(units.map(({ lineId }) => lineId))]
    .map((lineId) => ({ lineId, quantity: unitsOf(units, lineId) - unitsOf(taken, lineId) }))
    .filter(({ quantity }) => quantity > 0);

/** All that a rule counts per line, as units; lines with nothing are left out. */
export const everyUnit = (order: Order, count: (line: LineState) => number): Units[] =>
  order.lines
    .map((line) => ({ lineId: line.lineId, quantity: count(line) }))
    .filter((units) => units.quantity > 0);
