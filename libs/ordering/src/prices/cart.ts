import { type Currency, type MinorUnits } from '../money.js';
import { type OrderLine } from '../order-terms.js';

/** What a buyer is about to order from one seller. */
export interface Cart {
  readonly currency: Currency;
  readonly lines: readonly CartLine[];
}

export type CartLine = Pick<OrderLine, 'lineId' | 'productId' | 'quantity' | 'unitPrice'>;

export const grossOf = (line: CartLine): MinorUnits => line.quantity * line.unitPrice;
