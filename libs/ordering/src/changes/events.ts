import { type Fact } from '../fact.js';
import { type Currency, type MinorUnits } from '../money.js';
import { type Address, type ChangedLines, type LineTerms } from '../order-terms.js';
import { type Fired } from '../timers.js';

/**
 * Why a change is not made: the seller turned it down, what it was about has been cancelled, or in its time the seller
 * did not answer or the buyer did not pay.
 */
export const changeRejections = ['declined', 'cancelled', 'unanswered', 'unpaid'] as const;
export type ChangeRejection = (typeof changeRejections)[number];

interface AddressChange {
  readonly changeId: string;
  /** Personal data. */
  readonly before: Address;
  /** Personal data. */
  readonly after: Address;
  /** What shipping costs then, where that is something else. */
  readonly shippingFee?: MinorUnits;
  /** What the order then costs more, or less where it is below zero. */
  readonly priceDifference?: MinorUnits;
  readonly currency?: Currency;
}

interface LinesChange extends ChangedLines {
  readonly changeId: string;
  /** The lines that change, as they are. */
  readonly before: readonly LineTerms[];
  /** What the order costs more, or less where it is below zero. */
  readonly priceDifference: MinorUnits;
  readonly currency: Currency;
}

export interface Rejection extends Partial<Fired> {
  readonly changeId: string;
  readonly reason: ChangeRejection;
  /** Personal data: what a person wrote. */
  readonly note?: string;
}

/** The seller has to decide. */
export type AddressChangeRequested = Fact<'AddressChangeRequested', AddressChange>;

/** From now on the goods go to the new address. */
export type AddressChangeApplied = Fact<'AddressChangeApplied', AddressChange>;

export type AddressChangeRejected = Fact<'AddressChangeRejected', Rejection>;

export type AddressChangeWithdrawn = Fact<'AddressChangeWithdrawn', { readonly changeId: string }>;

/** The change is made when the seller has agreed, and what it costs more is paid. */
export type LinesChangeRequested = Fact<
  'LinesChangeRequested',
  LinesChange & { readonly awaits: 'seller' | 'payment' }
>;

/** The seller agreed; the price difference has to be paid. */
export type LinesChangeApproved = Fact<
  'LinesChangeApproved',
  Pick<LinesChange, 'changeId' | 'priceDifference' | 'currency'>
>;

export type LinesChangeApplied = Fact<'LinesChangeApplied', LinesChange>;

export type LinesChangeRejected = Fact<'LinesChangeRejected', Rejection>;

export type LinesChangeWithdrawn = Fact<'LinesChangeWithdrawn', { readonly changeId: string }>;

export type ChangesEvent =
  | AddressChangeRequested
  | AddressChangeApplied
  | AddressChangeRejected
  | AddressChangeWithdrawn
  | LinesChangeRequested
  | LinesChangeApproved
  | LinesChangeApplied
  | LinesChangeRejected
  | LinesChangeWithdrawn;
