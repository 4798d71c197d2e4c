import { type Fact } from '@app/ordering';
import { type OfferTerms } from './offer-terms.js';

/** The seller offers the product, or offers it on other terms from now on. */
export type OfferSet = Fact<'OfferSet', OfferTerms>;

/** The seller offers it no more; orders and quotes that name it keep it. */
export type OfferWithdrawn = Fact<'OfferWithdrawn', Record<string, never>>;

/** Everything that can happen to an offer. */
export type OfferEvent = OfferSet | OfferWithdrawn;
