import { requestedTerms } from '../changes/changed-lines.js';
import { type LineState, type Order } from '../order.js';
import { everyUnit, free, needsShipping } from '../quantities.js';
import { type GoodsProvided } from './events.js';

/**
 * Once the seller has confirmed, goods that need no shipping are the buyer's, unless a request to cancel holds them or
 * a change of them is open.
 */
export function goodsProvidedEvents(order: Order, at: string): GoodsProvided[] {
  if (order.confirmedAt === undefined) return [];
  const units = everyUnit(order, (line) => (isHeldBack(order, line) ? 0 : free(order, line)));
  return units.length === 0 ? [] : [{ type: 'GoodsProvided', at, data: { units } }];
}

const isHeldBack = (order: Order, line: LineState): boolean =>
  needsShipping(line) || requestedTerms(order, line) !== undefined;
