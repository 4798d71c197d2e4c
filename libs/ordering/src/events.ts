import { type CancelOrder, type CreateOrder, type RequestReturn } from './commands.js';
import { type Currency, type MinorUnits } from './money.js';
import { type PaymentMethod, type ShippingMethod, type Units } from './order-terms.js';
import { type OrderPolicy } from './policy.js';
import { type TimerName } from './timers.js';

/** A fact about an order. `at` is when it happened (ISO 8601, UTC); order comes from the stream, not from it. */
interface Fact<Type extends string, Data> {
  readonly type: Type;
  readonly at: string;
  readonly data: Data;
}

/** Carries personal data: `shippingAddress`. */
export type OrderPlaced = Fact<'OrderPlaced', Omit<CreateOrder, 'type'> & { readonly policy: OrderPolicy }>;

export type PaymentCaptured = Fact<
  'PaymentCaptured',
  {
    readonly paymentId: string;
    readonly method: PaymentMethod;
    readonly amount: MinorUnits;
    readonly currency: Currency;
  }
>;

/** The buyer's time to cancel freely after payment is over. */
export type HoldReleased = Fact<'HoldReleased', { readonly timer: TimerName; readonly dueAt: string }>;

export type OrderConfirmed = Fact<'OrderConfirmed', Record<string, never>>;

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

export type LinesCancelled = Fact<
  'LinesCancelled',
  {
    readonly cancellationId: string;
    readonly units: readonly Units[];
    readonly reason: CancelOrder['reason'];
    /** Personal data: what a person wrote. */
    readonly note?: string;
    readonly timer?: TimerName;
    readonly dueAt?: string;
  }
>;

export type CancellationRequested = Fact<
  'CancellationRequested',
  {
    readonly cancellationId: string;
    readonly units: readonly Units[];
    readonly reason: CancelOrder['reason'];
    /** Personal data: what a person wrote. */
    readonly note?: string;
  }
>;

export type CancellationApproved = Fact<'CancellationApproved', { readonly cancellationId: string }>;
export type CancellationRejected = Fact<
  'CancellationRejected',
  { readonly cancellationId: string; readonly note?: string }
>;

/** Money that has to go back to the buyer. */
export type RefundInitiated = Fact<
  'RefundInitiated',
  {
    readonly refundId: string;
    readonly amount: MinorUnits;
    readonly currency: Currency;
    readonly reason: 'cancelled' | 'paid-after-cancellation';
  }
>;

/** Carries personal data: `note` and `evidence`. */
export type ReturnRequested = Fact<
  'ReturnRequested',
  { readonly returnId: string } & Omit<RequestReturn, 'type'>
>;

export type OrderEvent =
  | OrderPlaced
  | PaymentCaptured
  | HoldReleased
  | OrderConfirmed
  | PackageArranged
  | PackageShipped
  | PackageDelivered
  | OrderDelivered
  | OrderCompleted
  | LinesCancelled
  | CancellationRequested
  | CancellationApproved
  | CancellationRejected
  | RefundInitiated
  | ReturnRequested;

export type OrderEventType = OrderEvent['type'];
