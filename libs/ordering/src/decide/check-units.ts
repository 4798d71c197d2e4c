import { titleOf } from '../named-goods.js';
import { type LineState, type Order } from '../order.js';
import { type Units } from '../order-terms.js';
import { underRequest, unitsOf } from '../quantities.js';
import { type Refusal, refuse } from '../refusal.js';

/** Whether the order has the units that a command names; `available` says how many of a line may be named. */
export function checkUnits(
  order: Order,
  units: readonly Units[],
  available: (line: LineState) => number,
  field = '/units',
): Refusal | undefined {
  if (units.length === 0) return refuse('nothing-left', { fault: 'unnamed' }, field);
  for (const [index, { lineId, quantity }] of units.entries()) {
    const pointer = `${field}/${index}`;
    const line = order.lines.find((candidate) => candidate.lineId === lineId);
    if (line === undefined) return refuse('unknown-line', { lineId }, `${pointer}/lineId`);
    if (!Number.isSafeInteger(quantity) || quantity < 1)
      return refuse('bad-quantity', {}, `${pointer}/quantity`);
    const named = unitsOf(units, lineId);
    if (named > available(line)) return tooMany(order, line, named, available(line), `${pointer}/quantity`);
  }
  return undefined;
}

function tooMany(order: Order, line: LineState, named: number, left: number, pointer: string): Refusal {
  const held = underRequest(order, line.lineId);
  return held > 0 && named <= left + held
    ? refuse('cancellation-open', {}, pointer)
    : refuse('too-many-units', { title: titleOf(line), named, left }, pointer);
}
