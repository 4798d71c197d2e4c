import {
  type BankAccount,
  type ClaimKind,
  type ClaimState,
  type Fault,
  type MinorUnits,
  type PaymentMethod,
  type RefundFailure,
  type RefundReason,
  type RefundShare,
  type RefundState,
  type ReturnReason,
  type ReturnState,
  type Units,
  type WayBackPayer,
} from '@app/ordering';

/** What all cases inside an order have. Times are ISO 8601 in UTC. */
interface CaseView<State> {
  readonly state: State;
  /** Since when it is in this state. */
  readonly since: string;
}

export interface ReturnView extends CaseView<ReturnState> {
  readonly returnId: string;
  readonly units: readonly Units[];
  readonly reason: ReturnReason;
  /** Missing in rows of before. */
  readonly fault?: Fault;
  readonly note?: string;
  /** Links to pictures or videos. */
  readonly evidence: readonly string[];
  readonly requestedAt: string;
  /** Who pays to send it back; not known of returns of before. */
  readonly wayBackPaidBy?: WayBackPayer;
  /** What the seller wrote last. */
  readonly answer?: string;
  /** What the seller offered to the buyer who keeps the units. */
  readonly offered?: MinorUnits;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  /** What the carrier reported, the newest by its clock last; of very many, the newest. */
  readonly scans: readonly ReturnScan[];
}

export interface ReturnScan {
  readonly code: string;
  readonly place?: string;
  readonly scannedAt: string;
  readonly description?: string;
}

export interface ClaimView extends CaseView<ClaimState> {
  readonly claimId: string;
  readonly kind: ClaimKind;
  /** Missing in rows of before. */
  readonly fault?: Fault;
  readonly units: readonly Units[];
  /** The package that has not come. */
  readonly packageId?: string;
  readonly note?: string;
  /** Links to pictures or videos. */
  readonly evidence: readonly string[];
  readonly openedAt: string;
  /** What the seller wrote. */
  readonly answer?: string;
  readonly resolvedFor?: 'buyer' | 'seller';
  /** Granted in part: the units whose price went back, or what was let off the price of all. */
  readonly granted?: readonly Units[];
  readonly allowance?: MinorUnits;
  /** What the platform wrote to its decision. */
  readonly decision?: string;
  readonly appealedAt?: string;
  /** What the buyer wrote to the appeal. */
  readonly appeal?: string;
}

/** What of a refund goes back to one payment. */
export interface RefundShareView extends CaseView<RefundState>, RefundShare {
  /** How often the provider could not do it, and why not the last time. */
  readonly failures: number;
  readonly cause?: RefundFailure;
  /** Where it goes instead, as the buyer named it. Personal data. */
  readonly account?: BankAccount;
}

/** A refund is in the state of the share that is furthest from its end. */
export interface RefundView extends CaseView<RefundState> {
  readonly refundId: string;
  readonly amount: MinorUnits;
  readonly reason: RefundReason;
  readonly initiatedAt: string;
  readonly method?: PaymentMethod;
  /** Day (YYYY-MM-DD) by which the buyer has it. */
  readonly expectedBy?: string;
  /** The return or the claim that it is for. */
  readonly returnId?: string;
  readonly claimId?: string;
  readonly note?: string;
  /** How often the provider could not do it, and why not the last time. */
  readonly failures: number;
  readonly cause?: RefundFailure;
  /** Missing in refunds that were begun before they had shares. */
  readonly shares?: readonly RefundShareView[];
}
