import { type OrderCommand } from '../commands.js';
import { titleOf } from '../named-goods.js';
import { type Order } from '../order.js';
import { live } from '../quantities.js';
import { type Refusal, refuse } from '../refusal.js';
import { placeOf } from './out-of-stock.js';

/** How many units of a product an order like this may take, with all of its buyer's that wait for payment; undefined for any. */
export function unpaidLimit({ policy, paidAt, confirmedAt }: Order): number | undefined {
  const isTaken = paidAt !== undefined || confirmedAt !== undefined;
  return isTaken || policy.unpaidUnits === 0 ? undefined : policy.unpaidUnits;
}

/** The refusal of a command that would make an order take more of a product than it may before it is paid. */
export function unpaidRefusal(command: OrderCommand, after: Order): Refusal | undefined {
  const limit = unpaidLimit(after);
  if (limit === undefined || (command.type !== 'create' && command.type !== 'modify-lines')) return undefined;
  const units = new Map<string, number>();
  for (const line of after.lines) {
    const taken = (units.get(line.productId) ?? 0) + live(line);
    if (taken > limit) return refuseUnpaid(command, after, { productId: line.productId, available: limit });
    units.set(line.productId, taken);
  }
  return undefined;
}

/** The same, where other orders of the buyer have taken some: `available` are left. */
export function refuseUnpaid(
  command: OrderCommand,
  order: Order,
  { productId, available }: { readonly productId: string; readonly available: number },
): Refusal {
  const title = titleOf(order.lines.find((line) => line.productId === productId)!);
  return refuse('too-many-unpaid', { title, available }, placeOf(command, order, productId));
}
