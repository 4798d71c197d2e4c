import { type Pool } from 'pg';
import { type Difference } from './difference.js';

/** Compares the sellers' ratings with their reviews, both as one moment has them. */
export async function compareSellerRatings(pool: Pool): Promise<Difference[]> {
  const { rows } = await pool.query<{ seller_id: string; score: number; expected: number; found: number }>(`
    with given as (
      select r.seller_id, score, count(*) as reviews
      from seller_reviews r left join seller_orders o using (order_id)
      where o.kept is not false
      group by r.seller_id, score
    )
    select seller_id, score::float8, coalesce(given.reviews, 0)::float8 as expected,
      coalesce(counted.reviews, 0)::float8 as found
    from given full join seller_ratings counted using (seller_id, score)
    where coalesce(given.reviews, 0) <> coalesce(counted.reviews, 0)`);
  return rows.map(({ seller_id, score, expected, found }) => ({
    table: 'seller_ratings',
    key: { seller_id, score },
    column: 'reviews',
    expected,
    found,
  }));
}
