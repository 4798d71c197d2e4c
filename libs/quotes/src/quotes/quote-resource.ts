import { nothingToRecord, record, type StreamDecision } from '@app/event-store';
import { type FoldedOrder } from '@app/order-log';
import { type Resource, settleStream } from '@app/reservations';
import { type CheckoutPayments } from './checkout-payments.js';
import { decode } from './codec.js';
import { type QuoteEvent } from './events.js';
import { type MadeQuote } from './made-quote.js';
import { type Quotes, quoteStreamPrefix } from './quotes.js';

/** Quotes as things that orders use up: each part once, by an order that came to be. */
export const quoteResource = (quotes: Quotes, payments: Pick<CheckoutPayments, 'giveShares'>): Resource => ({
  prefix: quoteStreamPrefix,
  reservationIn(recorded) {
    const event = decode(recorded);
    return event.type === 'QuoteUsed' || event.type === 'QuoteReleased'
      ? { orderId: event.data.orderId, held: event.type === 'QuoteUsed' }
      : undefined;
  },
  streamsOf: ({ data: { quoteId } }) => (quoteId === undefined ? [] : [`${quoteStreamPrefix}${quoteId}`]),
  async follow(recorded) {
    const event = decode(recorded);
    if (event.type === 'CheckoutPaid') await payments.giveShares(event.data, recorded.stream);
  },
  async settle(stream, orderId, folded) {
    await settleStream(quotes, stream, settleQuote(orderId, folded, new Date().toISOString()));
    return false;
  },
});

/** Gives the part back of an order that never came; records the use of one that came after it had been given back. */
export const settleQuote =
  (orderId: string, folded: Pick<FoldedOrder, 'order'> | undefined, at: string) =>
  (quote: MadeQuote | undefined): StreamDecision<QuoteEvent, never> => {
    const usedFor = [...(quote?.orders ?? [])].find(([, used]) => used === orderId)?.[0];
    if (folded === undefined)
      return usedFor === undefined
        ? nothingToRecord
        : record({ type: 'QuoteReleased', at, data: { sellerId: usedFor, orderId } });
    const { sellerId } = folded.order;
    return quote === undefined || quote.orders.has(sellerId)
      ? nothingToRecord
      : record({ type: 'QuoteUsed', at, data: { sellerId, orderId } });
  };
