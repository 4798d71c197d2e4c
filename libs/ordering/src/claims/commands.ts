import { type MinorUnits } from '../money.js';
import { type ClaimKind, type Units } from '../order-terms.js';

/** The buyer complains: a package has not come, or units came damaged or are not what was ordered. */
export interface OpenClaim {
  readonly type: 'open-claim';
  /** The claim's name within the order; the command's id where none is given. */
  readonly claimId?: string;
  readonly kind: ClaimKind;
  /** The package that has not come; for the other kinds there are `units`. */
  readonly packageId?: string;
  readonly units?: readonly Units[];
  readonly note?: string;
  /** Links to pictures or videos. */
  readonly evidence: readonly string[];
}

/** The seller gives in, or says why not. */
export interface AnswerClaim {
  readonly type: 'answer-claim';
  readonly claimId: string;
  readonly accept: boolean;
  readonly note?: string;
}

/** The buyer asks the platform to decide. */
export interface EscalateClaim {
  readonly type: 'escalate-claim';
  readonly claimId: string;
}

/** The buyer no longer complains: what was missing has turned up, or the seller has settled it. */
export interface WithdrawClaim {
  readonly type: 'withdraw-claim';
  readonly claimId: string;
}

/** The platform decides; for the buyer also in part, where the goods have come: some of the units, or an amount. */
export interface ResolveClaim {
  readonly type: 'resolve-claim';
  readonly claimId: string;
  readonly resolvedFor: 'buyer' | 'seller';
  /** Those of the claimed units whose price goes back; all where they are left out. */
  readonly units?: readonly Units[];
  /** What goes back of the price, in minor units, while the buyer keeps the units. */
  readonly amount?: MinorUnits;
  readonly note?: string;
}

/** The buyer, who lost the platform's decision at least in part, asks for another one. */
export interface AppealClaim {
  readonly type: 'appeal-claim';
  readonly claimId: string;
  readonly note?: string;
}

export type ClaimsCommand =
  AppealClaim | OpenClaim | AnswerClaim | EscalateClaim | WithdrawClaim | ResolveClaim;
