import {
  type ClaimKind,
  type Currency,
  type MinorUnits,
  type PaymentMethod,
  type RefundFailure,
  type RefundReason,
  type ReturnReason,
  type TimerName,
  type Units,
} from '@app/ordering';

interface Fired {
  /** The timer that did it, where no person did. */
  readonly timer?: TimerName;
}

interface Amount {
  readonly amount: MinorUnits;
  readonly currency: Currency;
}

interface OfReturn {
  readonly returnId: string;
}

interface OfClaim {
  readonly claimId: string;
}

interface OfRefund extends Amount {
  readonly refundId: string;
}

/** What the events of returns, claims and refunds say beyond the status. */
export interface CaseChanges {
  'orders.status.return-requested.v1': OfReturn & {
    readonly units: readonly Units[];
    readonly reason: ReturnReason;
  };
  'orders.status.return-approved.v1': OfReturn & Fired;
  'orders.status.return-rejected.v1': OfReturn;
  'orders.status.partial-refund-offered.v1': OfReturn & Amount;
  'orders.status.partial-refund-accepted.v1': OfReturn & Amount;
  'orders.status.partial-refund-declined.v1': OfReturn & Fired;
  'orders.status.return-withdrawn.v1': OfReturn;
  'orders.status.return-shipped.v1': OfReturn & {
    readonly carrier: string;
    readonly trackingNumber: string;
  };
  'orders.status.return-scanned.v1': OfReturn & {
    /** The carrier's own code. */
    readonly code: string;
    /** By the carrier's clock (ISO 8601, UTC). */
    readonly scannedAt: string;
  };
  'orders.status.return-received.v1': OfReturn & Fired;
  'orders.status.return-receipt-refused.v1': OfReturn;
  'orders.status.return-closed.v1': OfReturn & Fired & { readonly outcome: 'refunded' | 'expired' };
  'orders.status.claim-opened.v1': OfClaim & {
    readonly kind: ClaimKind;
    readonly units: readonly Units[];
    /** The package that has not come. */
    readonly packageId?: string;
  };
  'orders.status.claim-answered.v1': OfClaim & { readonly accepted: boolean };
  'orders.status.claim-escalated.v1': OfClaim & Fired;
  'orders.status.claim-withdrawn.v1': OfClaim;
  'orders.status.claim-resolved.v1': OfClaim & Fired & { readonly resolvedFor: 'buyer' | 'seller' };
  'orders.status.refund-initiated.v1': OfRefund & {
    readonly reason: RefundReason;
    /** How it goes back. */
    readonly method?: PaymentMethod;
    /** Day (YYYY-MM-DD) by which the buyer has it. */
    readonly expectedBy?: string;
    readonly returnId?: string;
    readonly claimId?: string;
  };
  'orders.status.refund-settled.v1': OfRefund;
  'orders.status.refund-failed.v1': OfRefund & { readonly failure: RefundFailure };
  'orders.status.refund-retried.v1': OfRefund & Fired & { readonly expectedBy: string };
  'orders.status.refund-handed-over.v1': OfRefund;
}
