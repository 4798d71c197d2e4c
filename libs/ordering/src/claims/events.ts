import { type Fact } from '../fact.js';
import { type MinorUnits } from '../money.js';
import { type ClaimKind, type Units } from '../order-terms.js';
import { type Fault } from '../reasons.js';
import { type Fired } from '../timers.js';

interface OfClaim {
  readonly claimId: string;
}

interface Noted {
  /** Personal data: what a person wrote. */
  readonly note?: string;
}

/** Carries personal data: `note` and `evidence`. */
export type ClaimOpened = Fact<
  'ClaimOpened',
  OfClaim &
    Noted & {
      readonly kind: ClaimKind;
      readonly fault?: Fault;
      readonly units: readonly Units[];
      readonly packageId?: string;
      readonly evidence: readonly string[];
    }
>;

/** The seller's word; where it accepts, the claim is resolved with it. */
export type ClaimAnswered = Fact<'ClaimAnswered', OfClaim & Noted & { readonly accepted: boolean }>;

export type ClaimEscalated = Fact<'ClaimEscalated', OfClaim & Partial<Fired>>;

/** The buyer no longer complains: the units are in no claim. */
export type ClaimWithdrawn = Fact<'ClaimWithdrawn', OfClaim>;

export type ClaimResolved = Fact<
  'ClaimResolved',
  OfClaim &
    Noted & {
      readonly resolvedFor: 'buyer' | 'seller';
      /** Where that is not all that was claimed: the units whose price goes back. */
      readonly granted?: readonly Units[];
      /** What is let off the price instead, while the buyer keeps the units. */
      readonly allowance?: MinorUnits;
      /** What goes back to the buyer with it, which can be nothing; not said where a package is given up. */
      readonly amount?: MinorUnits;
    } & Partial<Fired>
>;

/** The buyer asks the platform to decide again; what was granted stays so. */
export type ClaimAppealed = Fact<'ClaimAppealed', OfClaim & Noted>;

export type ClaimsEvent =
  ClaimAppealed | ClaimOpened | ClaimAnswered | ClaimEscalated | ClaimWithdrawn | ClaimResolved;
