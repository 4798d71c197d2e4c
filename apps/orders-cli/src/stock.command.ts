import { type Shelf } from '@app/reservations';
import { CommandFailure } from './command-failure.js';
import { printable } from './printable.js';
import { type Terminal } from './terminal.js';
import { withEngines } from './with-engines.js';
import { writeLines } from './write-lines.js';

/**
 * Prints a product's stock by variant, and the orders that wait for units of it, first come first served.
 * Throws a CommandFailure where the seller keeps no stock of it.
 */
export async function stock(
  sellerId: string,
  productId: string,
  { json }: { json?: true },
  terminal: Terminal,
): Promise<void> {
  const found = await withEngines(terminal, ({ stocks }) => stocks.find(sellerId, productId));
  if (found === undefined)
    throw new CommandFailure(`Seller ${sellerId} keeps no stock of ${productId}: it was never counted.`);
  const lines = json ? linesAsJson : linesAsText;
  await writeLines(
    terminal.out,
    [...found.variants].flatMap(([variant, shelf]) => lines(variant, shelf)),
  );
}

const linesAsText = (variant: string | undefined, shelf: Shelf): string[] => [
  printable(
    `${variant ?? 'without variant'}: ${shelf.onHand} on hand, ${shelf.held} held, ${shelf.available} to be sold`,
  ),
  ...[...shelf.waiting].map(([orderId, units]) => {
    const missing = shelf.missingFor(orderId);
    return printable(`  ${orderId}  ${units}${missing === 0 ? '' : `, ${missing} of them missing`}`);
  }),
];

function linesAsJson(variant: string | undefined, shelf: Shelf): string[] {
  const { onHand, held, available, short } = shelf;
  const orders = [...shelf.waiting].map(([orderId, units]) => ({
    orderId,
    units,
    missing: shelf.missingFor(orderId),
  }));
  return [JSON.stringify({ variant, onHand, held, available, short, orders })];
}
