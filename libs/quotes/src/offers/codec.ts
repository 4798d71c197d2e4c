import { type KnownEvents, resourceCodec } from '@app/reservations';
import { type OfferEvent } from './events.js';

/** What events of each version look like stands in `events/offers/<type>.v<n>.json`. */
export const offerEvents: KnownEvents<OfferEvent> = { OfferSet: [], OfferWithdrawn: [] };

export const { encode, decode } = resourceCodec<OfferEvent>(offerEvents);
