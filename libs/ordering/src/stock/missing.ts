import { type OrderCommand } from '../commands.js';
import { confirmsItself } from '../fulfilment/auto-confirm-timer.js';
import { namedUnits } from '../named-goods.js';
import { type Order } from '../order.js';
import { type Units } from '../order-terms.js';
import { type Refusal, refuse } from '../refusal.js';
import { statusOf } from '../status.js';

/** The refusal to take on an order whose goods are not there; none where nothing is missing. */
export function refuseMissing(order: Order, missing: readonly Units[]): Refusal | undefined {
  return missing.length === 0
    ? undefined
    : refuse('stock-missing', { goods: { goods: namedUnits(order, missing) } });
}

/** Whether it has to be known what of the order is missing, before the command or a timer confirms it. */
export const confirmsOn = (order: Order, command: Pick<OrderCommand, 'type'>): boolean =>
  (command.type === 'confirm' || confirmsItself(order)) &&
  ['OnHold', 'AwaitingConfirmation'].includes(statusOf(order)) &&
  order.lines.some(({ stocked }) => stocked);
