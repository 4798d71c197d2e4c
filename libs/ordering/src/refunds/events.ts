import { type Fact } from '../fact.js';
import { type Currency, type MinorUnits } from '../money.js';
import { type PaymentMethod, type RefundReason } from '../order-terms.js';
import { type PaymentName, type ProviderSaid } from '../payment/payment-name.js';
import { type Fired } from '../timers.js';
import { type BankAccount, type RefundFailure } from './commands.js';

/** What of a refund goes back to one payment. */
export interface RefundShare extends PaymentName {
  readonly method: PaymentMethod;
  readonly amount: MinorUnits;
  /** Day (YYYY-MM-DD) by which the buyer has it. */
  readonly expectedBy: string;
}

/** Which share of which refund: counted from 1, and the first where it is not said. */
interface OfShare {
  readonly refundId: string;
  readonly share?: number;
}

/** Money that has to go back to the buyer. */
export type RefundInitiated = Fact<
  'RefundInitiated',
  {
    readonly refundId: string;
    readonly amount: MinorUnits;
    readonly currency: Currency;
    readonly reason: RefundReason;
    /** How its slowest share goes back. */
    readonly method?: PaymentMethod;
    /** Day (YYYY-MM-DD) by which the buyer has it. */
    readonly expectedBy?: string;
    readonly shares?: readonly RefundShare[];
    readonly returnId?: string;
    readonly claimId?: string;
    /** The package that did not come. */
    readonly packageId?: string;
    /** Personal data: what a person wrote. */
    readonly note?: string;
  }
>;

export type RefundSettled = Fact<'RefundSettled', OfShare & ProviderSaid>;
export type RefundFailed = Fact<'RefundFailed', OfShare & ProviderSaid & { readonly cause: RefundFailure }>;

/** The provider is asked once more. */
export type RefundRetried = Fact<'RefundRetried', OfShare & { readonly expectedBy: string } & Partial<Fired>>;

/** It failed too often, or no account was named: a person has to find out how the buyer can have the money. */
export type RefundHandedOver = Fact<'RefundHandedOver', OfShare & Partial<Fired>>;

/** It cannot go back the way it was paid: the buyer is asked where it is to go. */
export type RefundAccountAsked = Fact<'RefundAccountAsked', OfShare>;

/** Its payment does not hold the money any more: it has gone back another way, and is not sent twice. */
export type RefundDropped = Fact<'RefundDropped', OfShare>;

/** All of the refund that could not go back the way it came goes to this account. Personal data. */
export type RefundAccountNamed = Fact<
  'RefundAccountNamed',
  { readonly refundId: string; readonly account: BankAccount; readonly expectedBy: string }
>;

export type RefundsEvent =
  | RefundInitiated
  | RefundSettled
  | RefundFailed
  | RefundRetried
  | RefundHandedOver
  | RefundAccountAsked
  | RefundAccountNamed
  | RefundDropped;
