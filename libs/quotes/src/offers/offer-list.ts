import { type ClientBase, type Pool } from 'pg';
import { type RecordedEvent } from '@app/event-store';
import { decode } from './codec.js';
import { offerStreamPrefix } from './offer-stream.js';
import { type OfferTerms } from './offer-terms.js';

/** A seller's offers by product, those behind `after`; follows the log within moments. */
export async function listOffers(
  pool: Pool,
  sellerId: string,
  { after = '', limit }: { readonly after?: string; readonly limit: number },
): Promise<OfferTerms[]> {
  const { rows } = await pool.query<{ terms: OfferTerms }>(
    'select terms from offers where seller_id = $1 and product_id > $2 order by product_id limit $3',
    [sellerId, after, limit],
  );
  return rows.map(({ terms }) => terms);
}

/** What is listed of one product. */
export async function listedOffer(
  pool: Pool,
  sellerId: string,
  productId: string,
): Promise<OfferTerms | undefined> {
  const { rows } = await pool.query<{ terms: OfferTerms }>(
    'select terms from offers where seller_id = $1 and product_id = $2',
    [sellerId, productId],
  );
  return rows[0]?.terms;
}

/** Keeps the table `offers` up to one more event. */
export async function projectOffer(client: ClientBase, recorded: RecordedEvent): Promise<void> {
  const event = decode(recorded);
  const offer = recorded.stream.slice(offerStreamPrefix.length).split('/');
  if (event.type === 'OfferWithdrawn')
    await client.query('delete from offers where seller_id = $1 and product_id = $2', offer);
  else
    await client.query(
      `insert into offers (seller_id, product_id, terms) values ($1, $2, $3)
       on conflict (seller_id, product_id) do update set terms = excluded.terms`,
      [...offer, event.data],
    );
}
