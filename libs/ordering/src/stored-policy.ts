import { type OrderPolicy } from './policy.js';

/** What the policies of the first orders say. */
type FirstTerms =
  | 'version'
  | 'unpaidExpiryHours'
  | 'holdMinutes'
  | 'autoCompleteDays'
  | 'returnWindowDays'
  | 'nonReturnableProducts'
  | 'checklistRequired';

/** A policy as it stands in an order's first event: early ones say less. */
export type StoredPolicy = Pick<OrderPolicy, FirstTerms> & Partial<OrderPolicy>;

/**
 * What holds for an order whose policy does not say it: what held for it when it was placed. These never change, and
 * are not the defaults of new orders. Timers that were new, and would have ended in a loss, do not run: they are 0.
 */
const impliedTerms: Omit<OrderPolicy, FirstTerms> = {
  autoConfirm: false,
  unpaidUnits: 0,
  reserveStockAt: 'creation',
  shipByWorkingDays: 0,
  cancelLateWorkingDays: 0,
  answerCancellationHours: 0,
  changeExpiryHours: 0,
  packageOverdueDays: 0,
  packageLostDays: 0,
  takeBackHours: 0,
  answerReturnWorkingDays: 1,
  shipBackDays: 5,
  confirmReturnDays: 8,
  answerOfferDays: 5,
  claimWindowDays: 60,
  answerClaimWorkingDays: 2,
  escalateClaimDays: 7,
  decideClaimWorkingDays: 0,
  appealDays: 0,
  voucherValidDays: 90,
  refundRetryHours: 6,
  refundAccountDays: 14,
  refundAttempts: 3,
  refundBusinessDays: {
    wallet: 3,
    voucher: 3,
    'bank-transfer': 7,
    'cash-on-delivery': 14,
    card: 14,
    other: 14,
  },
  modificationMinutes: null,
  platformFeeBasisPoints: 0,
  refundChargesAtFault: false,
  daysEndAtMidnight: false,
  calendar: { zone: 'UTC', workingDays: [1, 2, 3, 4, 5], holidays: [] },
};

/** The whole policy of an order that was placed under a stored one. */
export const policyOf = (stored: StoredPolicy): OrderPolicy => ({ ...impliedTerms, ...stored });
