import { type VariantStock } from '@app/reservations';
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
    [...found.variants].flatMap(([variant, variantStock]) => lines(variant, variantStock)),
  );
}

const linesAsText = (variant: string | undefined, variantStock: VariantStock): string[] => [
  printable(
    `${variant ?? 'without variant'}: ${variantStock.onHand} on hand, ${variantStock.held} held, ${variantStock.available} to be sold`,
  ),
  ...[...variantStock.waiting].map(([orderId, units]) => {
    const missing = variantStock.missingFor(orderId);
    return printable(`  ${orderId}  ${units}${missing === 0 ? '' : `, ${missing} of them missing`}`);
  }),
];

function linesAsJson(variant: string | undefined, variantStock: VariantStock): string[] {
  const { onHand, held, available, short } = variantStock;
  const orders = [...variantStock.waiting].map(([orderId, units]) => ({
    orderId,
    units,
    missing: variantStock.missingFor(orderId),
  }));
  return [JSON.stringify({ variant, onHand, held, available, short, orders })];
}
