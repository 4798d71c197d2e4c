import { type MinorUnits } from '../money.js';

/** The platform gives money back out of goodwill, or a voucher; the buyer keeps everything. */
export interface RefundOrder {
  readonly type: 'refund';
  /** The refund's name within the order; made from the command's id where none is given. */
  readonly refundId?: string;
  readonly amount: MinorUnits;
  /** A coupon of the seller for the next order, which the platform pays for; money where it is missing. */
  readonly as?: 'voucher';
  readonly note?: string;
}

/** The payment provider has given the money back. */
export interface SettleRefund {
  readonly type: 'settle-refund';
  readonly refundId: string;
  /** The provider's reference: it settles a refund once, however often it says so. */
  readonly reference: string;
}

export const refundFailures = [
  'account-closed',
  'card-expired',
  'declined-by-bank',
  'provider-error',
  'other',
] as const;
export type RefundFailure = (typeof refundFailures)[number];

/** The payment provider could not give the money back. */
export interface FailRefund {
  readonly type: 'fail-refund';
  readonly refundId: string;
  /** The provider's reference: one failure is recorded once. */
  readonly reference: string;
  readonly cause: RefundFailure;
}

/** A refund that failed is tried again at once. */
export interface RetryRefund {
  readonly type: 'retry-refund';
  readonly refundId: string;
}

export type RefundsCommand = RefundOrder | SettleRefund | FailRefund | RetryRefund;
