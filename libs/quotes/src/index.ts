export { listedOffer, listOffers } from './offers/offer-list.js';
export { offerResource } from './offers/offer-resource.js';
export { offerStreamPrefix } from './offers/offer-stream.js';
export { type OfferedVariant, type OfferTerms } from './offers/offer-terms.js';
export { type OfferOutcome, type OfferRefusal, Offers } from './offers/offers.js';
