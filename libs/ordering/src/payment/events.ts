import { type Fact } from '../fact.js';
import { type Currency, type MinorUnits } from '../money.js';
import { type PaymentMethod } from '../order-terms.js';

export type PaymentCaptured = Fact<
  'PaymentCaptured',
  {
    readonly paymentId: string;
    readonly method: PaymentMethod;
    readonly amount: MinorUnits;
    readonly currency: Currency;
  }
>;

/** Why money goes back. */
export const refundReasons = ['cancelled', 'changed', 'paid-after-cancellation', 'overpaid'] as const;
export type RefundReason = (typeof refundReasons)[number];

/** Money that has to go back to the buyer. */
export type RefundInitiated = Fact<
  'RefundInitiated',
  {
    readonly refundId: string;
    readonly amount: MinorUnits;
    readonly currency: Currency;
    readonly reason: RefundReason;
  }
>;

export type PaymentEvent = PaymentCaptured | RefundInitiated;
