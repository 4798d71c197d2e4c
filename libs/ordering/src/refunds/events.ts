import { type Fact } from '../fact.js';
import { type Currency, type MinorUnits } from '../money.js';
import { type PaymentMethod, type RefundReason } from '../order-terms.js';
import { type Fired } from '../timers.js';
import { type FailRefund, type SettleRefund } from './commands.js';

/** Money that has to go back to the buyer. */
export type RefundInitiated = Fact<
  'RefundInitiated',
  {
    readonly refundId: string;
    readonly amount: MinorUnits;
    readonly currency: Currency;
    readonly reason: RefundReason;
    /** How it goes back. */
    readonly method?: PaymentMethod;
    /** Day (YYYY-MM-DD) by which the buyer has it. */
    readonly expectedBy?: string;
    readonly returnId?: string;
    readonly claimId?: string;
    /** The package that did not come. */
    readonly packageId?: string;
    /** Personal data: what a person wrote. */
    readonly note?: string;
  }
>;

export type RefundSettled = Fact<'RefundSettled', Omit<SettleRefund, 'type'>>;
export type RefundFailed = Fact<'RefundFailed', Omit<FailRefund, 'type'>>;

/** The provider is asked once more. */
export type RefundRetried = Fact<
  'RefundRetried',
  { readonly refundId: string; readonly expectedBy: string } & Partial<Fired>
>;

/** It failed too often: a person has to find out how the buyer can have the money. */
export type RefundHandedOver = Fact<'RefundHandedOver', { readonly refundId: string }>;

export type RefundsEvent = RefundInitiated | RefundSettled | RefundFailed | RefundRetried | RefundHandedOver;
