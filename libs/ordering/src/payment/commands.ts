import { type Currency, type MinorUnits } from '../money.js';
import { type PaymentMethod } from '../order-terms.js';

/** Money that a payment provider has captured: the whole amount or a part of it. */
export interface PayOrder {
  readonly type: 'pay';
  /** Whose reference it is; the sender's own where a provider names none. */
  readonly provider?: string;
  /** The provider's reference of the payment: one capture of it is recorded once. */
  readonly paymentId: string;
  /** The provider's reference of the capture; without it, captures of one payment are told apart by their amounts. */
  readonly captureId?: string;
  readonly method: PaymentMethod;
  readonly amount: MinorUnits;
  readonly currency: Currency;
  /** Takes money beyond what is due as well, and sends it back; without it such a payment is refused. */
  readonly surplus?: 'refund';
}

export type PaymentCommand = PayOrder;
