/** Most characters of a message or a review. */
export const longestText = 2000;

/** Most messages of one order: far more than people need, so that none becomes heavy. */
export const mostMessages = 500;

/** Words of one party of the order to the others. They are kept as the record that a dispute needs. */
export interface PostMessage {
  readonly type: 'post-message';
  readonly text: string;
}

/** The buyer's review of a completed order; it is given once and stays. */
export interface SubmitReview {
  readonly type: 'submit-review';
  /** Whole number from 1 (bad) to 5 (good). */
  readonly score: number;
  readonly text?: string;
}

export type ConversationCommand = PostMessage | SubmitReview;
