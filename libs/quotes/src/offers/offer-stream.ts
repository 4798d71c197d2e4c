/** Streams of offers begin with this; seller and product follow, each unable to hold a slash. */
export const offerStreamPrefix = 'offer-';

export const offerId = (sellerId: string, productId: string): string => `${sellerId}/${productId}`;
