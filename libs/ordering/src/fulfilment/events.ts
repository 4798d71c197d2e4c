import { type Fact } from '../fact.js';
import { type Address, type ShippingMethod, type Units } from '../order-terms.js';
import { type Fault } from '../reasons.js';
import { type Fired, type TimerName } from '../timers.js';
import { type ProofOfDelivery, type ReportDelay, type TakeBackMark, type TrackPackage } from './commands.js';

/** The buyer's time to cancel freely after payment is over. */
export type HoldReleased = Fact<'HoldReleased', { readonly timer: TimerName; readonly dueAt: string }>;

/** The seller takes the order on; a timer's is the seller's standing word. */
export type OrderConfirmed = Fact<'OrderConfirmed', { readonly timer?: TimerName; readonly dueAt?: string }>;

/** The seller's time to send everything is over. */
export type ShipmentLate = Fact<'ShipmentLate', { readonly timer: TimerName; readonly dueAt: string }>;

/** Units of goods that need no shipping are the buyer's now. */
export type GoodsProvided = Fact<'GoodsProvided', { readonly units: readonly Units[] }>;

export type PackageArranged = Fact<
  'PackageArranged',
  {
    readonly packageId: string;
    readonly units: readonly Units[];
    readonly method: ShippingMethod;
    readonly carrier: string;
    readonly trackingNumber: string;
    readonly estimatedDelivery?: string;
    /** Personal data: where a seller lives or works. */
    readonly shipFrom?: Address;
    readonly checklistDone: boolean;
  }
>;

/** Cancelled units were taken out of a package that had not left; without any unit left there is no package. */
export type PackageUnpacked = Fact<
  'PackageUnpacked',
  { readonly packageId: string; readonly units: readonly Units[] }
>;

export type PackageShipped = Fact<
  'PackageShipped',
  {
    readonly packageId: string;
    /** The checklist was ticked off with it, and not when the package was arranged. */
    readonly checklistDone?: true;
  }
>;

/** Recorded in the order of their arrival; `scannedAt` is the carrier's clock. `description` may be personal data. */
export type PackageScanned = Fact<'PackageScanned', Omit<TrackPackage, 'type'>>;

/** An estimate that has changed: of one package, or without it of all that had not arrived. */
interface EstimateChange {
  readonly packageId?: string;
  /** Days (YYYY-MM-DD). */
  readonly newEstimate: string;
  readonly previousEstimate?: string;
}

/** Personal data: `explanation`, which a person wrote. */
export type DeliveryDelayed = Fact<
  'DeliveryDelayed',
  EstimateChange & Pick<ReportDelay, 'cause' | 'explanation' | 'offer'> & { readonly fault?: Fault }
>;

export type DeliveryEstimateChanged = Fact<'DeliveryEstimateChanged', EstimateChange>;

/** Personal data: `proof`. */
export type PackageDelivered = Fact<
  'PackageDelivered',
  { readonly packageId: string; readonly proof?: ProofOfDelivery }
>;

/** Nobody took the package; the carrier tries again. */
export type DeliveryAttempted = Fact<
  'DeliveryAttempted',
  {
    readonly packageId: string;
    /** Day (YYYY-MM-DD) on which it is tried again. */
    readonly until?: string;
  }
>;

/** The package waits for the buyer to pick it up. */
export type PackageHeld = Fact<
  'PackageHeld',
  {
    readonly packageId: string;
    readonly place?: string;
    /** Last day (YYYY-MM-DD) on which it can be picked up. */
    readonly until?: string;
  }
>;

/** Why a package goes back to its seller. */
export const returningReasons = ['refused', 'unclaimed', 'undeliverable', 'found'] as const;

/** The package goes back to its seller: nobody waits for it any more. */
export type PackageReturning = Fact<
  'PackageReturning',
  { readonly packageId: string; readonly reason: (typeof returningReasons)[number]; readonly fault?: Fault }
>;

/** The seller has the package again. */
export type PackageReceivedBack = Fact<
  'PackageReceivedBack',
  {
    readonly packageId: string;
    /** What of it can be sold again; the rest is written off. */
    readonly sellable: readonly Units[];
  }
>;

export const lossReasons = ['lost', 'damaged', 'overdue'] as const;

/** The package will not come: it is lost, came to harm, or was not heard of for so long that it counts as lost. */
export type PackageLost = Fact<
  'PackageLost',
  {
    readonly packageId: string;
    readonly reason: (typeof lossReasons)[number];
    readonly fault?: Fault;
  } & Partial<Fired>
>;

/** Nobody has said for long what became of the package. */
export type PackageOverdue = Fact<'PackageOverdue', { readonly packageId: string } & Fired>;

interface Consignment {
  readonly carrier: string;
  readonly trackingNumber: string;
}

/** Who carries a package, or its number, was not what had been said. */
export type PackageCorrected = Fact<
  'PackageCorrected',
  { readonly packageId: string; readonly previous: Consignment } & Consignment
>;

/** The package was not shipped, or not delivered, after all. */
export type PackageMarkTakenBack = Fact<
  'PackageMarkTakenBack',
  Omit<TakeBackMark, 'type'> & {
    /** The payment in cash that was booked with the delivery, and was not made either. */
    readonly paymentId?: string;
  }
>;

/** Every unit that was neither cancelled nor lost has reached the buyer. */
export type OrderDelivered = Fact<'OrderDelivered', Record<string, never>>;

/** The order is done: the buyer said so, or the timer did. */
export type OrderCompleted = Fact<'OrderCompleted', { readonly timer?: TimerName; readonly dueAt?: string }>;

export type FulfilmentEvent =
  | HoldReleased
  | OrderConfirmed
  | ShipmentLate
  | GoodsProvided
  | PackageArranged
  | PackageUnpacked
  | PackageShipped
  | PackageScanned
  | DeliveryDelayed
  | DeliveryEstimateChanged
  | PackageDelivered
  | DeliveryAttempted
  | PackageHeld
  | PackageReturning
  | PackageReceivedBack
  | PackageLost
  | PackageOverdue
  | PackageCorrected
  | PackageMarkTakenBack
  | OrderDelivered
  | OrderCompleted;
