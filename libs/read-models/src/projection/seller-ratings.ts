import { type Statement } from '../tables/table.js';
import { type ReviewRow } from '../views/review-row.js';

/** Counts new reviews by their score. Right only if each review is written exactly once. */
export const rating = (reviews: readonly ReviewRow[]): Statement => ({
  name: 'write seller_ratings',
  text: `insert into seller_ratings (seller_id, score, reviews)
    select "sellerId", score, count(*)
    from json_to_recordset($1) as given ("sellerId" text, score bigint)
    group by "sellerId", score
    on conflict (seller_id, score) do update set reviews = seller_ratings.reviews + excluded.reviews`,
  values: [JSON.stringify(reviews.map(({ sellerId, score }) => ({ sellerId, score })))],
});
