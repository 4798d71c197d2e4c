import { type OrderView } from './order-view.js';

/** What a buyer thought of an order of this seller. Personal data: text. */
export interface ReviewRow {
  readonly orderId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  /** From 1 (bad) to 5 (good). */
  readonly score: number;
  /** Null where the buyer wrote nothing. */
  readonly text: string | null;
  /** ISO 8601, UTC. */
  readonly submittedAt: string;
}

/** The rows of an order: one once it is reviewed, and before that none. */
export function reviewRows({ order, review }: OrderView): ReviewRow[] {
  const { orderId, sellerId, buyerId } = order;
  if (review === undefined) return [];
  const { score, text = null, submittedAt } = review;
  return [{ orderId, sellerId, buyerId, score, text, submittedAt }];
}
