import {
  type Address,
  type DelayCause,
  type DelayOffer,
  type ShippingMethod,
  type Units,
} from '../order-terms.js';

/** The seller takes the order on, after stock and details were checked. Goods that need no shipping are provided. */
export interface ConfirmOrder {
  readonly type: 'confirm';
}

/** What goes into one package and who carries it. */
export interface Shipment {
  /** The package's name within the order; the command's id where none is given. */
  readonly packageId?: string;
  /** Everything that is left where it is missing. */
  readonly units?: readonly Units[];
  readonly method: ShippingMethod;
  readonly carrier: string;
  readonly trackingNumber: string;
  /** Day (YYYY-MM-DD) on which the carrier expects to deliver. */
  readonly estimatedDelivery?: string;
  /** Where the package starts from. */
  readonly shipFrom?: Address;
}

/** The seller packs and books a carrier; the package leaves with `ship`. */
export interface ArrangeShipment extends Shipment {
  readonly type: 'arrange-shipment';
  readonly checklistDone: boolean;
}

/**
 * The seller hands one package to a carrier: an arranged one by its id alone (what is said of it again has to be
 * what was arranged), or a new one with all that arranging takes.
 */
export interface ShipOrder extends Partial<Shipment> {
  readonly type: 'ship';
  /** Needed where the policy says so, unless the package was arranged with it. */
  readonly checklistDone: boolean;
}

/** The carrier has scanned a package. Scans may come late, twice and in any order; they move nothing backwards. */
export interface TrackPackage {
  readonly type: 'track';
  readonly packageId: string;
  /** The carrier's code for what happened. */
  readonly code: string;
  readonly place?: string;
  /** By the carrier's clock (ISO 8601, UTC). */
  readonly scannedAt: string;
  /** The carrier's own words. */
  readonly description?: string;
}

/** Goods will come later than expected: one package, or without it all that has not arrived. */
export interface ReportDelay {
  readonly type: 'report-delay';
  readonly packageId?: string;
  readonly cause: DelayCause;
  /** For the buyer, in a person's words. */
  readonly explanation?: string;
  /** Day (YYYY-MM-DD). */
  readonly newEstimate: string;
  readonly offer?: DelayOffer;
}

/** A better guess of when one package, or without it all that has not arrived, will reach the buyer. */
export interface ChangeEstimate {
  readonly type: 'change-estimate';
  readonly packageId?: string;
  /** Day (YYYY-MM-DD). */
  readonly newEstimate: string;
}

/** That a package was handed over: by whom it was received, or where a picture of it is kept. Personal data. */
export interface ProofOfDelivery {
  readonly receivedBy?: string;
  readonly photo?: string;
}

/** A package was handed over to the buyer. A seller says so of an own courier's, with a proof. */
export interface DeliverPackage {
  readonly type: 'deliver';
  readonly packageId: string;
  readonly proof?: ProofOfDelivery;
}

/**
 * What became of a package that was not handed over: nobody took it and it is tried again, it waits to be picked up,
 * it turns back (refused at the door, not picked up, not deliverable), it is lost or came to harm, or was found again.
 */
export const packageOutcomes = [
  'attempted',
  'held-for-pick-up',
  'refused',
  'unclaimed',
  'undeliverable',
  'lost',
  'damaged',
  'found',
] as const;
export type PackageOutcome = (typeof packageOutcomes)[number];

/** Whoever carries a package says why the buyer does not have it. */
export interface ReportDeliveryProblem {
  readonly type: 'report-delivery-problem';
  readonly packageId: string;
  readonly outcome: PackageOutcome;
  /** Where it waits to be picked up. */
  readonly place?: string;
  /** Day (YYYY-MM-DD): of the next attempt, or the last one on which it can be picked up. */
  readonly until?: string;
}

/** The seller has a package again that the buyer did not get. */
export interface ReceiveBack {
  readonly type: 'receive-back';
  readonly packageId: string;
  /** What of it can be sold again; all of it where it is missing. */
  readonly sellable?: readonly Units[];
}

/** A package goes with another carrier, or under another tracking number, than was said. */
export interface CorrectPackage {
  readonly type: 'correct-package';
  readonly packageId: string;
  readonly carrier?: string;
  readonly trackingNumber?: string;
}

export const packageMarks = ['shipped', 'delivered'] as const;

/** A package was marked as shipped or delivered by mistake. */
export interface TakeBackMark {
  readonly type: 'take-back';
  readonly packageId: string;
  readonly mark: (typeof packageMarks)[number];
}

/** The buyer has what was ordered, also where no carrier has said so: the order is done. */
export interface ConfirmReceipt {
  readonly type: 'confirm-receipt';
}

export type FulfilmentCommand =
  | ConfirmOrder
  | ArrangeShipment
  | ShipOrder
  | TrackPackage
  | ReportDelay
  | ChangeEstimate
  | DeliverPackage
  | ReportDeliveryProblem
  | ReceiveBack
  | CorrectPackage
  | TakeBackMark
  | ConfirmReceipt;
