import { holdingNothing, type Resource } from '@app/reservations';
import { decode } from './codec.js';
import { projectOffer } from './offer-list.js';
import { offerStreamPrefix } from './offer-stream.js';

/** Offers hold nothing for orders; they are followed for their lists. */
export const offerResource: Resource = {
  ...holdingNothing(offerStreamPrefix, decode),
  project: projectOffer,
};
