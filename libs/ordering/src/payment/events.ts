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

/** Money that has to go back to the buyer. */
export type RefundInitiated = Fact<
  'RefundInitiated',
  {
    readonly refundId: string;
    readonly amount: MinorUnits;
    readonly currency: Currency;
    readonly reason: 'cancelled' | 'paid-after-cancellation' | 'overpaid';
  }
>;

export type PaymentEvent = PaymentCaptured | RefundInitiated;
