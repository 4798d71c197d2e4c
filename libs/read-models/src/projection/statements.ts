import { type Statement, writing } from '../tables/table.js';
import {
  buyerOrders,
  detailsRow,
  orderDetails,
  orderMessages,
  orderTimeline,
  sellerOrders,
  sellerReviews,
  sellerSearch,
} from '../tables/tables.js';
import { listRows, sellerTabsOf } from '../views/list-row.js';
import { reviewRows } from '../views/review-row.js';
import { searchWords } from '../views/search-words.js';
import { sellerSearchRow } from '../views/seller-search.js';
import { type OrderChange } from './fold-events.js';
import { replacingDeadlines } from './replace-deadlines.js';
import { counting } from './seller-counts.js';
import { rating } from './seller-ratings.js';

/** What writes the changes, one statement per table: all of them in one transaction, or none. */
export function statementsFor(changes: readonly OrderChange[]): Statement[] {
  const rows = changes.map(({ before, after, timeline }) => ({
    details: detailsRow(after),
    timeline,
    ...listRows(after),
    searchedBefore:
      before === undefined || sellerTabsOf(before).length === 0 ? undefined : searchWords(before),
  }));
  const details = rows.map((row) => row.details);
  const timeline = rows.flatMap((row) => row.timeline);
  const buyers = rows.map((row) => row.buyer);
  const sellers = rows.flatMap((row) => row.seller ?? []);
  const searchable = rows.flatMap(({ searchedBefore, seller }) =>
    seller === undefined || seller.words === searchedBefore ? [] : seller,
  );
  const messages = changes.flatMap((change) => change.messages);
  // A review is never changed: it is written and counted as it comes.
  const reviews = changes.flatMap(({ before, after }) =>
    before?.review === undefined ? reviewRows(after) : [],
  );
  return [
    writing(orderDetails, details),
    writing(orderTimeline, timeline),
    writing(buyerOrders, buyers),
    writing(sellerOrders, sellers),
    writing(sellerSearch, searchable.map(sellerSearchRow)),
    counting(changes),
    replacingDeadlines(changes),
    writing(orderMessages, messages),
    writing(sellerReviews, reviews),
    rating(changes),
  ].filter(({ values: [given] }) => given !== '[]');
}
