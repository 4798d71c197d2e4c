import { createHash } from 'node:crypto';
import { type SellerOrderRow } from './list-row.js';

/** What a seller's order is found by, beyond the newest ones that a search simply reads. */
export interface SellerSearchRow {
  readonly orderId: string;
  /** In PostgreSQL's notation of a tsvector. */
  readonly terms: string;
}

export const sellerSearchRow = ({ orderId, sellerId, placedAt, words }: SellerOrderRow): SellerSearchRow => ({
  orderId,
  terms: words
    .trim()
    .split(' ')
    .map((word) => term(sellerId, weekOf(placedAt), word))
    .join(' '),
});

/** Stands for the week in a search (`sellerSearchQuery`). */
export const anyWeek = '#';

/** The search of one week as a tsquery: orders of this seller with words that begin so, all of them. */
export const sellerSearchQuery = (sellerId: string, beginnings: readonly string[]): string =>
  beginnings.map((beginning) => `${term(sellerId, anyWeek, beginning)}:*`).join(' & ');

export const weekSeconds = 7 * 24 * 3_600;

/** Number of a week in four digits, for an instant (ISO 8601). Weeks begin on Thursdays, like time itself in 1970. */
export const weekOf = (instant: string): string =>
  String(Math.floor(Date.parse(instant) / 1000 / weekSeconds)).padStart(4, '0');

/** Words are letters, their marks and digits alone, so quotes are all that the notation asks for. */
const term = (sellerId: string, week: string, word: string): string => `'${keyOf(sellerId)}${week}${word}'`;

/** Short, as it stands before every word; were two sellers to share one, lists still ask for the seller's id. */
const keyOf = (sellerId: string): string =>
  createHash('sha256').update(sellerId).digest('base64url').slice(0, 8);
