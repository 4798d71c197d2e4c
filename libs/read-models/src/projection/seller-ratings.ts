import { keepsAnything } from '@app/ordering';
import { type Statement } from '../tables/table.js';
import { type OrderView } from '../views/order-view.js';
import { type OrderChange } from './fold-events.js';

/**
 * Counts reviews by their score, without those of orders that were given back as a whole. Right only if each change is
 * written exactly once.
 */
export const rating = (changes: readonly OrderChange[]): Statement => ({
  name: 'write seller_ratings',
  text: `insert into seller_ratings (seller_id, score, reviews)
    select "sellerId", score, sum(reviews)
    from json_to_recordset($1) as given ("sellerId" text, score bigint, reviews bigint)
    group by "sellerId", score
    on conflict (seller_id, score) do update set reviews = seller_ratings.reviews + excluded.reviews`,
  values: [
    JSON.stringify(
      changes.flatMap(({ before, after }) => {
        const reviews = counted(after) - counted(before);
        return reviews === 0 ? [] : [{ sellerId: after.order.sellerId, score: after.review!.score, reviews }];
      }),
    ),
  ],
});

const counted = (view: OrderView | undefined): 0 | 1 =>
  view?.review !== undefined && keepsAnything(view.order) ? 1 : 0;
