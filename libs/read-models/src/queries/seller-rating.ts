import { type Pool } from 'pg';
import { readRows } from './read-rows.js';

export const scores = [1, 2, 3, 4, 5] as const;
export type ReviewScore = (typeof scores)[number];

/** What buyers think of a seller. */
export interface SellerRating {
  /** How many reviews there are. */
  readonly reviews: number;
  /** Of all scores, to two decimals; null where there is no review. */
  readonly average: number | null;
  /** How many reviews gave each score. */
  readonly scores: Readonly<Record<ReviewScore, number>>;
  /** Orders of which something was cancelled at the seller's fault. */
  readonly cancelledAtFault: number;
}

/** The seller's rating; one without a review where nobody knows the seller. */
export async function sellerRating(pool: Pool, sellerId: string): Promise<SellerRating> {
  const text = 'select score, reviews from seller_ratings where seller_id = $1';
  const atFault = 'select count(*) as orders from seller_orders where seller_id = $1 and cancelled_at_fault';
  const [row] = await readRows<{ orders: number }>(pool, atFault, [sellerId]);
  const rows = await readRows<{ score: ReviewScore; reviews: number }>(pool, text, [sellerId]);
  const found = new Map(rows.map(({ score, reviews }) => [score, reviews]));
  const reviews = rows.reduce((total, row) => total + row.reviews, 0);
  const points = rows.reduce((total, row) => total + row.score * row.reviews, 0);
  return {
    reviews,
    average: reviews === 0 ? null : Math.round((100 * points) / reviews) / 100,
    scores: Object.fromEntries(
      scores.map((score) => [score, found.get(score) ?? 0]),
    ) as SellerRating['scores'],
    cancelledAtFault: row!.orders,
  };
}
