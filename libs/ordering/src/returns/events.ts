import { type Fact } from '../fact.js';
import { type MinorUnits } from '../money.js';
import { type WayBackPayer } from '../order-terms.js';
import { type Fault } from '../reasons.js';
import { type Fired } from '../timers.js';
import { type RequestReturn, type ShipReturn, type TrackReturn } from './commands.js';

interface OfReturn {
  readonly returnId: string;
}

interface Noted {
  /** Personal data: what a person wrote. */
  readonly note?: string;
}

/** Carries personal data: `note` and `evidence`. */
export type ReturnRequested = Fact<
  'ReturnRequested',
  OfReturn &
    Omit<RequestReturn, 'type' | 'returnId'> & {
      readonly fault?: Fault;
      /** Who pays to send the units back, once it is granted. */
      readonly wayBackPaidBy?: WayBackPayer;
    }
>;

export type ReturnApproved = Fact<'ReturnApproved', OfReturn & Noted & Partial<Fired>>;
export type ReturnRejected = Fact<'ReturnRejected', OfReturn & Noted>;

/** The buyer may keep the units and have this much of their price back. */
export type PartialRefundOffered = Fact<
  'PartialRefundOffered',
  OfReturn & Noted & { readonly amount: MinorUnits }
>;
export type PartialRefundAccepted = Fact<'PartialRefundAccepted', OfReturn & { readonly amount: MinorUnits }>;
/** The units are to be sent back instead. */
export type PartialRefundDeclined = Fact<'PartialRefundDeclined', OfReturn & Partial<Fired>>;

/** The buyer asks for nothing any more: the units are in no return. */
export type ReturnWithdrawn = Fact<'ReturnWithdrawn', OfReturn>;

export type ReturnShipped = Fact<'ReturnShipped', Omit<ShipReturn, 'type'>>;
export type ReturnScanned = Fact<'ReturnScanned', Omit<TrackReturn, 'type'>>;

export const returnLossReasons = ['lost', 'damaged'] as const;

/** What was sent back will not reach the seller. */
export type ReturnLost = Fact<
  'ReturnLost',
  OfReturn & { readonly reason: (typeof returnLossReasons)[number] }
>;
/** The carrier could not hand over what was sent back: the buyer has it again. */
export type ReturnUndelivered = Fact<'ReturnUndelivered', OfReturn>;

/** The seller has the units back, or said nothing for so long that it counts as such. */
export type ReturnReceived = Fact<'ReturnReceived', OfReturn & Partial<Fired>>;
export type ReturnReceiptRefused = Fact<'ReturnReceiptRefused', OfReturn & Noted>;

/** The end of a return that was granted: refunded, or never sent back. With it the amount goes back, which can be nothing. */
export type ReturnClosed = Fact<
  'ReturnClosed',
  OfReturn & { readonly outcome: 'refunded' | 'expired'; readonly amount?: MinorUnits } & Partial<Fired>
>;

export type ReturnsEvent =
  | ReturnRequested
  | ReturnApproved
  | ReturnRejected
  | PartialRefundOffered
  | PartialRefundAccepted
  | PartialRefundDeclined
  | ReturnWithdrawn
  | ReturnShipped
  | ReturnScanned
  | ReturnLost
  | ReturnUndelivered
  | ReturnReceived
  | ReturnReceiptRefused
  | ReturnClosed;
