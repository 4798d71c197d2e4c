import { type Engines } from '@app/engines';
import { listedOffer, offerStreamPrefix, type OfferTerms } from '@app/quotes';
import { type Compared, stillDiffers } from './still-differs.js';
import { streamsWith } from './streams-with.js';

/** An offer that is listed otherwise than its stream says; null is none. */
export interface OfferDifference extends Compared<OfferTerms | null> {
  readonly table: 'offers';
  readonly key: { readonly stream: string };
}

/** Compares the lists of offers with their streams. */
export async function* verifyOffers(engines: Engines): AsyncGenerator<OfferDifference> {
  const {
    database: { pool },
    offers,
  } = engines;
  for (const stream of await streamsWith(engines, offerStreamPrefix)) {
    const [sellerId, productId] = stream.slice(offerStreamPrefix.length).split('/') as [string, string];
    const difference = await stillDiffers(async () => ({
      expected: (await offers.find(sellerId, productId)) ?? null,
      found: (await listedOffer(pool, sellerId, productId)) ?? null,
    }));
    if (difference) yield { table: 'offers', key: { stream }, ...difference };
  }
}
