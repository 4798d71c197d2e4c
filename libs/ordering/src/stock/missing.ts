import { type OrderCommand } from '../commands.js';
import { confirmsItself } from '../fulfilment/auto-confirm-timer.js';
import { type Order } from '../order.js';
import { type Units } from '../order-terms.js';
import { type Refusal, refuse } from '../refusal.js';
import { statusOf } from '../status.js';

/** The refusal to take on an order whose goods are not there; none where nothing is missing. */
export function refuseMissing(order: Order, missing: readonly Units[]): Refusal | undefined {
  if (missing.length === 0) return undefined;
  const goods = missing.map(
    ({ lineId, quantity }) => `${quantity} of line ${lineId}${nameOf(order, lineId)}`,
  );
  return refuse('stock-missing', `Not in stock: ${goods.join(', ')}. Add to the stock, or cancel them.`);
}

function nameOf({ lines }: Order, lineId: string): string {
  const line = lines.find((candidate) => candidate.lineId === lineId);
  return line === undefined ? '' : ` (${[line.productId, line.variant].filter(Boolean).join(', ')})`;
}

/** Whether it has to be known what of the order is missing, before the command or a clock confirms it. */
export const confirmsOn = (order: Order, command: Pick<OrderCommand, 'type'>): boolean =>
  (command.type === 'confirm' || confirmsItself(order)) &&
  ['OnHold', 'AwaitingConfirmation'].includes(statusOf(order)) &&
  order.lines.some(({ stocked }) => stocked);
