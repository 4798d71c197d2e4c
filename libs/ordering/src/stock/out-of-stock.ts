import { possibleLines } from '../changes/changed-lines.js';
import { type OrderCommand } from '../commands.js';
import { titleOf } from '../named-goods.js';
import { type Order } from '../order.js';
import { type Refusal, refuse } from '../refusal.js';

/** What there is less of than an order would take. */
export interface Shortage {
  readonly productId: string;
  readonly variant?: string;
  /** Units that could be had. */
  readonly available: number;
}

/** The refusal of a command that would make an order take more than there is. */
export function refuseShortage(command: OrderCommand, order: Order, shortage: Shortage): Refusal {
  const { productId, variant, available } = shortage;
  const line = possibleLines(order).find((known) => known.productId === productId)!;
  const title = titleOf({ ...line, variant });
  return refuse('out-of-stock', { title, available }, placeOf(command, order, productId));
}

/** Where the command names the product. */
export function placeOf(command: OrderCommand, order: Order, productId: string): string | undefined {
  const isOfProduct = ({ lineId }: { readonly lineId: string }): boolean =>
    possibleLines(order).some((line) => line.lineId === lineId && line.productId === productId);
  if (command.type === 'create') return `/lines/${command.lines.findIndex(isOfProduct)}`;
  if (command.type === 'modify-lines') return `/changes/${command.changes.findIndex(isOfProduct)}`;
  return undefined;
}
