import { type DetailsRow } from '../tables/tables.js';
import { type DeadlineRow } from '../views/deadlines.js';
import { type BuyerOrderRow, type SellerOrderRow } from '../views/list-row.js';
import { type MessageRow } from '../views/message-row.js';
import { type ReviewRow } from '../views/review-row.js';
import { type SellerSearchRow } from '../views/seller-search.js';
import { type TimelineRow } from '../views/timeline.js';

/** A row of each table. */
export interface StoredRows {
  readonly details: DetailsRow;
  readonly timeline: TimelineRow;
  readonly buyer: BuyerOrderRow;
  readonly seller: SellerOrderRow;
  readonly search: SellerSearchRow;
  readonly deadline: DeadlineRow;
  readonly message: MessageRow;
  readonly review: ReviewRow;
}
