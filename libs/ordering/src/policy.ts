import { type PaymentMethod } from './order-terms.js';
import { type Calendar } from './working-days.js';

/** When an order takes its goods out of what others can buy. */
export const reservationTimes = ['creation', 'payment'] as const;
export type ReservationTime = (typeof reservationTimes)[number];

/**
 * The rules that an order was placed under. They are recorded in it, so a later change never reaches back.
 * Where the seller's time to ship or to answer is 0, nothing happens however long it takes.
 */
export interface OrderPolicy {
  /** Names the version, of the seller or of the marketplace's defaults. */
  readonly version: string;
  /** Hours until an unpaid order is cancelled. */
  readonly unpaidExpiryHours: number;
  /** Minutes after payment in which the buyer may still cancel freely and nobody can confirm; 0 is none. */
  readonly holdMinutes: number;
  /** Whether an order that has reached the seller is confirmed by itself. */
  readonly autoConfirm: boolean;
  /** Units of one product that a buyer's orders may take before they are paid or confirmed; 0 is any number. */
  readonly unpaidUnits: number;
  /** Whether goods are held for an order from its creation on, or only from its payment on. */
  readonly reserveStockAt: ReservationTime;
  /** Working days after the order reached the seller until it is flagged as late. */
  readonly shipByWorkingDays: number;
  /** Further working days until what was not sent is cancelled. */
  readonly cancelLateWorkingDays: number;
  /** Hours in which the seller answers a request to cancel; then it is granted. */
  readonly answerCancellationHours: number;
  /** Hours in which the seller answers a change, and in which the buyer pays for one; then it is not made. */
  readonly changeExpiryHours: number;
  /** Days after a package was to arrive, or was last heard of, until it is flagged as overdue. */
  readonly packageOverdueDays: number;
  /** Further days until an overdue package counts as lost, and one that turned back as not coming. */
  readonly packageLostDays: number;
  /** Hours in which it can be taken back that a package was shipped or delivered. */
  readonly takeBackHours: number;
  /** Days after delivery until the order completes by itself. */
  readonly autoCompleteDays: number;
  /** Days after delivery in which a return may be asked for. */
  readonly returnWindowDays: number;
  /** Working days in which the seller answers a request to return; then it is granted. */
  readonly answerReturnWorkingDays: number;
  /** Days in which the buyer sends back what a return was granted for. */
  readonly shipBackDays: number;
  /** Days in which the seller confirms that a return was received; then it is refunded. */
  readonly confirmReturnDays: number;
  /** Days in which the buyer answers an offer instead of a return; then it is declined. */
  readonly answerOfferDays: number;
  /** Days after delivery in which a claim may be opened. */
  readonly claimWindowDays: number;
  /** Working days in which the seller answers a claim; then it goes to the platform. */
  readonly answerClaimWorkingDays: number;
  /** Days in which the buyer takes a disputed claim to the platform; then it ends for the seller. */
  readonly escalateClaimDays: number;
  /** Working days in which the platform decides a claim; then it is granted. */
  readonly decideClaimWorkingDays: number;
  /** Days in which the buyer may appeal against a decision that did not grant all of a claim; 0 is no appeal. */
  readonly appealDays: number;
  /** Days in which a voucher can be used. */
  readonly voucherValidDays: number;
  /** Hours from a refund's failure to the next attempt. */
  readonly refundRetryHours: number;
  /** Days in which the buyer names an account for money that cannot go back the way it was paid; then a person asks. */
  readonly refundAccountDays: number;
  /** Failures of one refund after which no program tries it again. */
  readonly refundAttempts: number;
  /** Days on which banks work, Monday to Friday, until refunded money is back, by the way it was paid. */
  readonly refundBusinessDays: Readonly<Record<PaymentMethod, number>>;
  /** Minutes after payment in which the buyer's changes are applied at once; null: until the order is confirmed. */
  readonly modificationMinutes: number | null;
  /** Products that cannot be sent back. */
  readonly nonReturnableProducts: readonly string[];
  /** Whether the seller has to tick off the packing checklist before dispatch. */
  readonly checklistRequired: boolean;
  /** What the marketplace keeps of the goods' price, in hundredths of a percent. */
  readonly platformFeeBasisPoints: number;
  /** Whether what the buyer gives back through another's fault takes its share of shipping and fees with it, and the way back. */
  readonly refundChargesAtFault: boolean;
  /** Whether terms of days end with their last day, as the calendar's zone has it; otherwise 24 hours make a day. */
  readonly daysEndAtMidnight: boolean;
  /** Says which days are working days, and where the day begins. */
  readonly calendar: Calendar;
}

/** What holds where a seller has set nothing. There is no hold, so that a paid order can be confirmed at once. */
export const defaultPolicy: OrderPolicy = {
  version: 'default-5',
  unpaidExpiryHours: 24,
  holdMinutes: 0,
  autoConfirm: false,
  unpaidUnits: 20,
  reserveStockAt: 'creation',
  shipByWorkingDays: 2,
  cancelLateWorkingDays: 3,
  answerCancellationHours: 24,
  changeExpiryHours: 24,
  packageOverdueDays: 14,
  packageLostDays: 14,
  takeBackHours: 24,
  autoCompleteDays: 7,
  returnWindowDays: 15,
  answerReturnWorkingDays: 1,
  shipBackDays: 5,
  confirmReturnDays: 8,
  answerOfferDays: 5,
  claimWindowDays: 60,
  answerClaimWorkingDays: 2,
  escalateClaimDays: 7,
  decideClaimWorkingDays: 5,
  appealDays: 7,
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
  nonReturnableProducts: [],
  checklistRequired: false,
  platformFeeBasisPoints: 0,
  refundChargesAtFault: true,
  daysEndAtMidnight: true,
  calendar: { zone: 'UTC', workingDays: [1, 2, 3, 4, 5], holidays: [] },
};
