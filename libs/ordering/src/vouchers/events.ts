import { type Fact } from '../fact.js';
import { type Currency, type MinorUnits } from '../money.js';

/** Who can pay for what a voucher takes off. */
export const voucherPayers = ['seller', 'platform'] as const;
/** What a voucher makes up for. */
export const voucherReasons = ['delay', 'goodwill'] as const;

/** A coupon of the order's seller that the buyer alone can use, once. */
export interface Voucher {
  readonly code: string;
  readonly amount: MinorUnits;
  readonly currency: Currency;
  /** When it ends to hold (ISO 8601, UTC); where it is missing, it holds for ever. */
  readonly validUntil?: string;
  readonly paidBy: (typeof voucherPayers)[number];
  readonly reason: (typeof voucherReasons)[number];
}

/**
 * The buyer is promised a voucher. The coupon of that code comes to be by what follows the log, where it is not there.
 * Personal data: `note`, which a person wrote.
 */
export type VoucherIssued = Fact<'VoucherIssued', Voucher & { readonly note?: string }>;

export type VouchersEvent = VoucherIssued;
