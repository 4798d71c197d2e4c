import { type Currency, type MinorUnits } from './money.js';
import { type CancellationReason, type Units } from './order-terms.js';
import { type OrderPolicy } from './policy.js';

/** An order as its events have made it: what decisions need, and no more. Plain JSON. */
export interface Order {
  readonly orderId: string;
  readonly checkoutId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly currency: Currency;
  readonly policy: OrderPolicy;
  readonly placedAt: string;
  readonly lines: readonly LineState[];
  /** Shipping and fees: due as long as anything is to be sent. */
  readonly charges: MinorUnits;
  /** What is due is collected when the goods arrive: the order does not wait for it. */
  readonly cashOnDelivery?: true;
  readonly payments: readonly { readonly paymentId: string; readonly amount: MinorUnits }[];
  /** Sum of all refunds that were initiated. */
  readonly refunded: MinorUnits;
  /** When nothing was left to pay. */
  readonly paidAt?: string;
  readonly holdReleased: boolean;
  readonly confirmedAt?: string;
  /** When the seller's time to send everything was over. */
  readonly shipmentLateAt?: string;
  readonly packages: readonly PackageState[];
  /** Names of all cancellations so far, whatever became of them. */
  readonly cancellationIds: readonly string[];
  readonly openCancellations: readonly OpenCancellation[];
  readonly returns: readonly { readonly returnId: string; readonly units: readonly Units[] }[];
  readonly deliveredAt?: string;
  readonly completedAt?: string;
}

/** A line with what became of its units; these quantities are the truth that the status is derived from. */
export interface LineState {
  readonly lineId: string;
  readonly productId: string;
  readonly ordered: number;
  /** Price of all ordered units after this line's share of the discounts. */
  readonly value: MinorUnits;
  readonly cancelled: number;
  readonly arranged: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly returnRequested: number;
}

export interface PackageState {
  readonly packageId: string;
  readonly units: readonly Units[];
  readonly shippedAt?: string;
  readonly deliveredAt?: string;
}

/** A buyer's request to cancel that waits for the seller's answer. Its units are not shipped meanwhile. */
export interface OpenCancellation {
  readonly cancellationId: string;
  readonly units: readonly Units[];
  readonly reason: CancellationReason;
  readonly requestedAt: string;
}
