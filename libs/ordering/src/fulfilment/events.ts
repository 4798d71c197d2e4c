import { type Fact } from '../fact.js';
import { type ShippingMethod, type Units } from '../order-terms.js';
import { type TimerName } from '../timers.js';

/** The buyer's time to cancel freely after payment is over. */
export type HoldReleased = Fact<'HoldReleased', { readonly timer: TimerName; readonly dueAt: string }>;

/** The seller takes the order on; a timer's is the seller's standing word. */
export type OrderConfirmed = Fact<'OrderConfirmed', { readonly timer?: TimerName; readonly dueAt?: string }>;

/** The seller's time to send everything is over. */
export type ShipmentLate = Fact<'ShipmentLate', { readonly timer: TimerName; readonly dueAt: string }>;

export type PackageArranged = Fact<
  'PackageArranged',
  {
    readonly packageId: string;
    readonly units: readonly Units[];
    readonly method: ShippingMethod;
    readonly carrier: string;
    readonly trackingNumber: string;
    readonly estimatedDelivery?: string;
    readonly checklistDone: boolean;
  }
>;

export type PackageShipped = Fact<'PackageShipped', { readonly packageId: string }>;

export type PackageDelivered = Fact<'PackageDelivered', { readonly packageId: string }>;

/** Every unit that was not cancelled has reached the buyer. */
export type OrderDelivered = Fact<'OrderDelivered', Record<string, never>>;

/** The order is done: the buyer said so, or the timer did. */
export type OrderCompleted = Fact<'OrderCompleted', { readonly timer?: TimerName; readonly dueAt?: string }>;

export type FulfilmentEvent =
  | HoldReleased
  | OrderConfirmed
  | ShipmentLate
  | PackageArranged
  | PackageShipped
  | PackageDelivered
  | OrderDelivered
  | OrderCompleted;
