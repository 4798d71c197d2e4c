import { type Fact } from '../fact.js';
import { type Address, type ShippingMethod, type Units } from '../order-terms.js';
import { type TimerName } from '../timers.js';
import { type ReportDelay, type TrackPackage } from './commands.js';

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
  EstimateChange & Pick<ReportDelay, 'cause' | 'explanation' | 'offer'>
>;

export type DeliveryEstimateChanged = Fact<'DeliveryEstimateChanged', EstimateChange>;

export type PackageDelivered = Fact<'PackageDelivered', { readonly packageId: string }>;

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
  | OrderDelivered
  | OrderCompleted;
