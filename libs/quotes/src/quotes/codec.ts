import { type KnownEvents, resourceCodec } from '@app/reservations';
import { type QuoteEvent } from './events.js';

/** What events of each version look like stands in `events/quotes/<type>.v<n>.json`. */
export const quoteEvents: KnownEvents<QuoteEvent> = {
  QuoteMade: [],
  QuoteUsed: [],
  QuoteReleased: [],
  CheckoutPaid: [],
};

export const { encode, decode } = resourceCodec<QuoteEvent>(quoteEvents);
