import { type Fact } from '../fact.js';
import { type Currency, type MinorUnits } from '../money.js';
import { type PaymentMethod } from '../order-terms.js';

export type PaymentCaptured = Fact<
  'PaymentCaptured',
  {
    /** Who holds the money; missing where nobody said it. */
    readonly provider?: string;
    readonly paymentId: string;
    readonly captureId?: string;
    readonly method: PaymentMethod;
    readonly amount: MinorUnits;
    readonly currency: Currency;
  }
>;

export type PaymentEvent = PaymentCaptured;
