import { isDeepStrictEqual } from 'node:util';
import {
  type Change,
  type EventStore,
  nothingToRecord,
  type Outcome,
  record,
  refused,
  Streams,
} from '@app/event-store';
import { type Causation } from '@app/reservations';
import { decode, encode } from './codec.js';
import { type OfferEvent } from './events.js';
import { offerId, offerStreamPrefix } from './offer-stream.js';
import { type OfferTerms } from './offer-terms.js';

/** How many offers are kept at hand. */
const keptOffers = 10_000;

/** Why an offer is not changed; nothing was recorded. */
export interface OfferRefusal {
  readonly code: 'offer-not-found' | 'too-much-contention';
}

/** What an offer has come to: its terms, or null once it is withdrawn. */
type OfferState = OfferTerms | null;

export type OfferOutcome = Outcome<Change<OfferState>, OfferRefusal>;

/** What all sellers offer, a stream of the event log for each product. */
export class Offers extends Streams<OfferState, OfferEvent, Causation, OfferRefusal> {
  constructor(store: EventStore) {
    super(store, {
      prefix: offerStreamPrefix,
      encode,
      decode: (recorded) => ({ event: decode(recorded), metadata: {} }),
      evolve: (_, event) => (event.type === 'OfferSet' ? event.data : null),
      kept: keptOffers,
      contended: { code: 'too-much-contention' },
    });
  }

  /** What the seller offers the product for now; undefined where it is not offered. */
  async find(sellerId: string, productId: string): Promise<OfferTerms | undefined> {
    return (await this.read(offerId(sellerId, productId))) ?? undefined;
  }

  /** Offers the product on these terms from now on; those that hold already make no event. */
  set(terms: OfferTerms, at: string, causation: Causation): Promise<OfferOutcome> {
    return this.change(offerId(terms.sellerId, terms.productId), causation, (offer) =>
      isDeepStrictEqual(offer, terms) ? nothingToRecord : record({ type: 'OfferSet', at, data: terms }),
    );
  }

  /** Ends the offer; refused where there never was one. */
  withdraw(sellerId: string, productId: string, at: string, causation: Causation): Promise<OfferOutcome> {
    return this.change(offerId(sellerId, productId), causation, (offer) => {
      if (offer === undefined) return refused({ code: 'offer-not-found' });
      return offer === null ? nothingToRecord : record({ type: 'OfferWithdrawn', at, data: {} });
    });
  }
}
