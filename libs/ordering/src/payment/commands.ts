import { type Currency, type MinorUnits } from '../money.js';
import { type PaymentMethod } from '../order-terms.js';
import { type PaymentName, type ProviderSaid } from './payment-name.js';

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

/** What became of money that was set aside for a payment. */
export const authorisationOutcomes = ['authorised', 'voided', 'expired', 'failed'] as const;
export type AuthorisationOutcome = (typeof authorisationOutcomes)[number];

/** A provider has set money aside, or has let it go. */
export interface ReportAuthorisation extends PaymentName {
  readonly type: 'report-authorisation';
  readonly outcome: AuthorisationOutcome;
  readonly amount: MinorUnits;
  readonly currency: Currency;
}

/** How money leaves a payment without the order's doing: the buyer's bank, a refund begun at the provider, a capture that failed. */
export const withdrawalKinds = ['chargeback', 'refund', 'reversal'] as const;
export type WithdrawalKind = (typeof withdrawalKinds)[number];

/** A provider says that money has left a payment without the order's doing. */
export interface ReportWithdrawal extends PaymentName, ProviderSaid {
  readonly type: 'report-withdrawal';
  readonly kind: WithdrawalKind;
  readonly amount: MinorUnits;
  readonly currency: Currency;
}

export const withdrawalOutcomes = ['reinstated', 'lost'] as const;
export type WithdrawalOutcome = (typeof withdrawalOutcomes)[number];

/** How a withdrawal ended: its money came back, or is lost. */
export interface CloseWithdrawal extends Partial<PaymentName>, ProviderSaid {
  readonly type: 'close-withdrawal';
  readonly outcome: WithdrawalOutcome;
}

export type PaymentCommand = PayOrder | ReportAuthorisation | ReportWithdrawal | CloseWithdrawal;
