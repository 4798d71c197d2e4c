import { type Currency, type MinorUnits } from '../money.js';
import { type PaymentMethod } from '../order-terms.js';

/** Money that a payment provider has captured: the whole amount or a part of it. */
export interface PayOrder {
  readonly type: 'pay';
  /** The provider's reference: one payment is recorded once. */
  readonly paymentId: string;
  readonly method: PaymentMethod;
  readonly amount: MinorUnits;
  readonly currency: Currency;
  /** Takes money beyond what is due as well, and sends it back; without it such a payment is refused. */
  readonly surplus?: 'refund';
}

export type PaymentCommand = PayOrder;
