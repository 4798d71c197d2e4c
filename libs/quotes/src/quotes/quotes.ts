import {
  type Change,
  type EventStore,
  nothingToRecord,
  type Outcome,
  record,
  refused,
  Streams,
} from '@app/event-store';
import { refuseSending } from '@app/order-log';
import { type Refusal, refuse } from '@app/ordering';
import { type Causation } from '@app/reservations';
import { decode, encode } from './codec.js';
import { type QuoteEvent, type QuoteMade } from './events.js';
import { evolveQuote, type MadeQuote } from './made-quote.js';

/** Quotes' streams begin with this; the quote's id follows. */
export const quoteStreamPrefix = 'quote-';

/** How many quotes are kept at hand. */
const keptQuotes = 10_000;

/** Why a quote is not made, or no order placed or paid by it. */
export type QuoteRefusal = Refusal<
  | 'unknown-quote'
  | 'quote-expired'
  | 'quote-used'
  | 'idempotency-key-reused'
  | 'too-much-contention'
  | 'currency-mismatch'
  | 'bad-money'
  | 'payment-already-recorded'
  | 'order-already-paid'
  | 'amount-over-due'
  | 'not-your-payment'
>;

export type QuoteOutcome = Outcome<Change<MadeQuote>, QuoteRefusal>;

/** Who wants to order by which part of a quote, and as which order. */
export interface QuoteUse {
  readonly buyerId: string;
  readonly sellerId: string;
  readonly orderId: string;
}

/** All quotes, each a stream of the event log. */
export class Quotes extends Streams<MadeQuote, QuoteEvent, Causation, QuoteRefusal> {
  constructor(store: EventStore) {
    super(store, {
      prefix: quoteStreamPrefix,
      encode,
      decode: (recorded) => ({ event: decode(recorded), metadata: {} }),
      evolve: evolveQuote,
      kept: keptQuotes,
      contended: refuseSending('too-much-contention'),
    });
  }

  /** Makes the quote, once; refused where its id was used for another one. */
  make(quoteId: string, data: QuoteMade['data'], at: string, causation: Causation): Promise<QuoteOutcome> {
    return this.change(quoteId, causation, (quote) => {
      if (quote === undefined) return record({ type: 'QuoteMade', at, data });
      return quote.asked === data.asked ? nothingToRecord : refused(refuseSending('idempotency-key-reused'));
    });
  }

  /** Takes a seller's part for an order that is about to be placed, if it still holds. */
  use(quoteId: string, use: QuoteUse, at: string, causation: Causation): Promise<QuoteOutcome> {
    const { sellerId, orderId } = use;
    return this.change(quoteId, causation, (quote) => {
      const refusal = useRefusal(quote, use, at);
      if (refusal !== undefined) return refused(refusal);
      return quote?.orders.get(sellerId) === orderId
        ? nothingToRecord
        : record({ type: 'QuoteUsed', at, data: { sellerId, orderId } });
    });
  }
}

/** Why the order cannot be placed by the quote as it is. Another buyer's is nobody's. */
export function useRefusal(
  quote: MadeQuote | undefined,
  { buyerId, sellerId, orderId }: QuoteUse,
  at: string,
): QuoteRefusal | undefined {
  if (quote?.buyerId !== buyerId) return refuse('unknown-quote', {}, '/quoteId');
  const usedBy = quote.orders.get(sellerId);
  if (usedBy === orderId) return undefined;
  if (usedBy !== undefined) return refuse('quote-used', {}, '/quoteId');
  return Date.parse(at) < Date.parse(quote.validUntil)
    ? undefined
    : refuse('quote-expired', { until: { at: quote.validUntil } }, '/quoteId');
}
