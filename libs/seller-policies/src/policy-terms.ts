import { defaultPolicy, type OrderPolicy } from '@app/ordering';

/** What a seller's policy says; the version is its name. */
export type PolicyTerms = Omit<OrderPolicy, 'version'>;

const { version: _, ...terms } = defaultPolicy;

/** What holds where a seller has set nothing. */
export const defaultTerms: PolicyTerms = terms;

/** What the platform alone sets, for each seller: what buyers are owed in a case, and its own fee. */
export const platformTerms = [
  'answerOfferDays',
  'claimWindowDays',
  'answerClaimWorkingDays',
  'escalateClaimDays',
  'decideClaimWorkingDays',
  'appealDays',
  'refundRetryHours',
  'refundAccountDays',
  'refundAttempts',
  'refundBusinessDays',
  'platformFeeBasisPoints',
  'refundChargesAtFault',
  'daysEndAtMidnight',
] as const satisfies (keyof PolicyTerms)[];
