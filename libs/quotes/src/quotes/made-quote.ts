import { type CheckoutPaid, type QuoteEvent, type QuoteMade, type QuotePart } from './events.js';

type QuoteData = QuoteMade['data'];

/** A quote as its events have made it. */
export interface MadeQuote extends QuoteData {
  readonly madeAt: string;
  /** The order that was placed by the part of a seller. */
  readonly orders: ReadonlyMap<string, string>;
  readonly payments: readonly CheckoutPaid['data'][];
}

export function evolveQuote(quote: MadeQuote | undefined, { type, at, data }: QuoteEvent): MadeQuote {
  if (type === 'QuoteMade') return { ...data, madeAt: at, orders: new Map(), payments: [] };
  if (quote === undefined) throw new Error(`A quote begins with ${type}.`);
  if (type === 'CheckoutPaid') return { ...quote, payments: [...quote.payments, data] };
  const orders = new Map(quote.orders);
  if (type === 'QuoteUsed') orders.set(data.sellerId, data.orderId);
  else if (orders.get(data.sellerId) === data.orderId) orders.delete(data.sellerId);
  return { ...quote, orders };
}

export const partOfSeller = ({ parts }: MadeQuote, sellerId: string): QuotePart | undefined =>
  parts.find((part) => part.sellerId === sellerId);
