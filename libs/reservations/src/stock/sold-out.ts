import { type OrderLine } from '@app/ordering';
import { type Stocks } from './stocks.js';

/** A line of a cart that takes more than there is. */
export interface SoldOutLine {
  readonly lineId: string;
  /** Units that could still be ordered, after the lines before it. */
  readonly available: number;
}

/** The lines of a cart that nobody could order now; nothing is held. */
export async function soldOutLines(
  stocks: Stocks,
  sellerId: string,
  lines: readonly Pick<OrderLine, 'lineId' | 'productId' | 'variant' | 'quantity'>[],
): Promise<SoldOutLine[]> {
  const soldOut: SoldOutLine[] = [];
  for (const [index, { lineId, productId, variant, quantity }] of lines.entries()) {
    const stock = await stocks.find(sellerId, productId);
    if (stock === undefined) continue;
    const before = lines
      .slice(0, index)
      .filter((line) => line.productId === productId && line.variant === variant)
      .reduce((sum, line) => sum + line.quantity, 0);
    const available = Math.max(0, stock.ofVariant(variant).available - before);
    if (available < quantity) soldOut.push({ lineId, available });
  }
  return soldOut;
}
