export { listedOffer, listOffers } from './offers/offer-list.js';
export { offerResource } from './offers/offer-resource.js';
export { offerStreamPrefix } from './offers/offer-stream.js';
export { type OfferedVariant, type OfferTerms } from './offers/offer-terms.js';
export { type OfferOutcome, type OfferRefusal, Offers } from './offers/offers.js';

export { type AskedPart } from './quotes/asked-quote.js';
export { CheckoutPayments } from './quotes/checkout-payments.js';
export { type QuotePart } from './quotes/events.js';
export { type MadeQuote, partOfSeller } from './quotes/made-quote.js';
export { type AskingRefusal, offeredLine } from './quotes/offered-part.js';
export { OrderQuotes } from './quotes/order-quotes.js';
export { type AskRefusal, type PricedPart, QuoteMaker } from './quotes/quote-maker.js';
export { quoteResource } from './quotes/quote-resource.js';
export { Quotes, quoteStreamPrefix } from './quotes/quotes.js';
