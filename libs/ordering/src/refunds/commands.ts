import { type MinorUnits } from '../money.js';
import { type PaymentName, type ProviderSaid } from '../payment/payment-name.js';

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

/** One payment's share of a refund, by the payment where the refund has several. */
export interface RefundShareName extends Partial<PaymentName> {
  readonly refundId: string;
}

/** The payment provider has given the money back. */
export interface SettleRefund extends RefundShareName, ProviderSaid {
  readonly type: 'settle-refund';
}

export const refundFailures = [
  'not-refundable',
  'account-closed',
  'card-expired',
  'declined-by-bank',
  'provider-error',
  'other',
] as const;
export type RefundFailure = (typeof refundFailures)[number];

/** The payment provider could not give the money back, be it after it had said that it did. */
export interface FailRefund extends RefundShareName, ProviderSaid {
  readonly type: 'fail-refund';
  readonly cause: RefundFailure;
}

/** A refund that failed is tried again at once. */
export interface RetryRefund extends RefundShareName {
  readonly type: 'retry-refund';
}

/** Where money can go. Personal data. */
export interface BankAccount {
  readonly holder: string;
  readonly bank: string;
  /** The account's number, or an IBAN. */
  readonly number: string;
}

/** The buyer says where money is to go that cannot go back the way it came. */
export interface NameRefundAccount {
  readonly type: 'name-refund-account';
  readonly refundId: string;
  readonly account: BankAccount;
}

export type RefundsCommand = RefundOrder | SettleRefund | FailRefund | RetryRefund | NameRefundAccount;
