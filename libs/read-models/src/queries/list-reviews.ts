import { type Pool } from 'pg';
import { selectList } from '../tables/table.js';
import { sellerReviews } from '../tables/tables.js';
import { type ReviewRow } from '../views/review-row.js';
import { type Cursor, writeCursor } from './cursor.js';
import { readRows } from './read-rows.js';

/** Some reviews of a seller, the newest first. */
export interface ReviewPage {
  readonly reviews: readonly ReviewRow[];
  /** Where the next page begins; undefined on the last one. */
  readonly next?: string;
}

const columns = selectList(Object.keys(sellerReviews.columns));

/** The newest reviews of a seller, or those behind a cursor; at most `limit`, which is at least 1. */
export async function listReviews(
  pool: Pool,
  sellerId: string,
  { after, limit }: { readonly after?: Cursor; readonly limit: number },
): Promise<ReviewPage> {
  const behind = after === undefined ? '' : 'and (submitted_at, order_id) < ($3, $4)';
  const text = `select ${columns} from seller_reviews where seller_id = $1 ${behind}
    order by submitted_at desc, order_id desc limit $2`;
  const place = after === undefined ? [] : [after.at, after.orderId];
  const rows = await readRows<ReviewRow>(pool, text, [sellerId, limit + 1, ...place]);
  const reviews = rows.slice(0, limit);
  const last = reviews.at(-1);
  const next =
    rows.length > limit && last ? writeCursor({ at: last.submittedAt, orderId: last.orderId }) : undefined;
  return { reviews, next };
}
