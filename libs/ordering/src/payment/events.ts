import { type Fact } from '../fact.js';
import { type Currency, type MinorUnits } from '../money.js';
import { type PaymentMethod } from '../order-terms.js';
import { type AuthorisationOutcome, type WithdrawalKind, type WithdrawalOutcome } from './commands.js';
import { type PaymentName, type ProviderSaid } from './payment-name.js';

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

/** Money was set aside, or let go; it moves none. */
export type AuthorisationReported = Fact<
  'AuthorisationReported',
  PaymentName & {
    readonly outcome: AuthorisationOutcome;
    readonly amount: MinorUnits;
    readonly currency: Currency;
  }
>;

/** Money has left a payment without the order's doing. */
export type FundsWithdrawn = Fact<
  'FundsWithdrawn',
  PaymentName &
    ProviderSaid & {
      readonly kind: WithdrawalKind;
      readonly amount: MinorUnits;
      readonly currency: Currency;
    }
>;

/** A withdrawal has ended: its money came back, or is lost. */
export type WithdrawalClosed = Fact<
  'WithdrawalClosed',
  PaymentName & ProviderSaid & { readonly outcome: WithdrawalOutcome }
>;

export type PaymentEvent = PaymentCaptured | AuthorisationReported | FundsWithdrawn | WithdrawalClosed;
