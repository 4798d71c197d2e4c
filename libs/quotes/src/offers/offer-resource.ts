import { type Resource } from '@app/reservations';
import { decode } from './codec.js';
import { projectOffer } from './offer-list.js';
import { offerStreamPrefix } from './offer-stream.js';

/** Offers hold nothing for orders; they are followed for their lists. */
export const offerResource: Resource = {
  prefix: offerStreamPrefix,
  reservationIn(recorded) {
    decode(recorded);
    return undefined;
  },
  streamsOf: () => [],
  settle: async () => false,
  project: projectOffer,
};
