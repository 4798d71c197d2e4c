import { createHash } from 'node:crypto';
import { type SellerOrderRow } from './list-row.js';

/** What a seller's order is found by, beyond the newest ones that a search simply reads. */
export interface SellerSearchRow {
  readonly orderId: string;
  /** In PostgreSQL's notation of a tsvector. */
  readonly terms: string;
}

export const sellerSearchRow = ({ orderId, sellerId, words }: SellerOrderRow): SellerSearchRow => ({
  orderId,
  terms: words
    .trim()
    .split(' ')
    .map((word) => term(sellerId, word))
    .join(' '),
});

/** The search as a tsquery: orders of this seller with words that begin so, all of them. */
export const sellerSearchQuery = (sellerId: string, beginnings: readonly string[]): string =>
  beginnings.map((beginning) => `${term(sellerId, beginning)}:*`).join(' & ');

/** Words are letters and digits alone, so quotes are all that the notation asks for. */
const term = (sellerId: string, word: string): string => `'${keyOf(sellerId)}${word}'`;

/** Short, as it stands before every word; were two sellers to share one, lists still ask for the seller's id. */
const keyOf = (sellerId: string): string =>
  createHash('sha256').update(sellerId).digest('base64url').slice(0, 8);
