/** How long each party of a case may take, the same for every seller. */
export const deadlines = {
  /** For the buyer to answer an offer; then it counts as declined. */
  answerOfferDays: 5,
  /** For the seller to answer a claim; then the platform has to decide. */
  answerClaimWorkingDays: 2,
  /** For the buyer to ask the platform after the seller has disputed a claim; then it is closed. */
  escalateClaimDays: 7,
  /** After delivery, for opening a claim. */
  claimWindowDays: 60,
  /** Between a refund's failure and the next attempt. */
  refundRetryHours: 6,
} as const;

/** Failures of one refund after which no program tries again. */
export const refundAttempts = 3;
