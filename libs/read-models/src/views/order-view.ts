import { type Cause } from '@app/order-log';
import {
  type AddedLine,
  type Address,
  type CancellationReason,
  type ChangeKind,
  type ChangeRejection,
  type Charge,
  type Currency,
  type DelayCause,
  type DelayOffer,
  type Fault,
  type LineTerms,
  type MinorUnits,
  type Order,
  type OrderLine,
  type OrderSource,
  type Payment,
  type ProofOfDelivery,
  type ScanIdentity,
  type ShippingMethod,
  type Timer,
  type Units,
} from '@app/ordering';
import { type ClaimView, type RefundView, type ReturnView } from './case-views.js';

/**
 * An order as people see it: the fold of its events with names, prices and dates. Plain JSON; times are
 * ISO 8601 in UTC, amounts minor units of the receipt's currency. Personal data: addresses, notes, explanations,
 * evidence, proofs of delivery.
 */
export interface OrderView {
  /** What the order's own rules see: units, money, marks and where the goods go. The status is derived from it (`statusOf`). */
  readonly order: Order;
  /** Revision of the last event in this view. */
  readonly revision: number;
  /** When that event happened. */
  readonly changedAt: string;
  readonly sellerName: string;
  readonly source: OrderSource;
  /** Day (YYYY-MM-DD) by which the goods were promised. */
  readonly promisedDelivery?: string;
  /** As sold, with the changes since; what became of each line's units stands in `order.lines`, in the same order. */
  readonly lines: readonly OrderLine[];
  readonly receipt: Receipt;
  readonly payments: readonly PaymentView[];
  readonly packages: readonly PackageView[];
  /** Every change of what was expected when, oldest first. */
  readonly estimates: readonly EstimateView[];
  readonly cancellations: readonly CancellationView[];
  readonly changes: readonly ChangeView[];
  readonly returns: readonly ReturnView[];
  readonly claims: readonly ClaimView[];
  readonly refunds: readonly RefundView[];
  /** The timers that run, the next to fall due first; none for history that was imported. */
  readonly deadlines: readonly Timer[];
  /** What the buyer thought of it, once there is a review. */
  readonly review?: ReviewView;
}

/** The part of the view that the order's own fold does not give. */
export type Shown = Omit<OrderView, 'order' | 'revision' | 'changedAt' | 'deadlines'>;

/** What the buyer was asked to pay, part by part, and what was paid and paid back so far. */
export interface Receipt {
  readonly currency: Currency;
  readonly goods: MinorUnits;
  readonly discounts: readonly Charge[];
  readonly shippingFee: MinorUnits;
  readonly fees: readonly Charge[];
  /** Goods − discounts + shipping + fees, as ordered and changed since. */
  readonly total: MinorUnits;
  readonly captured: MinorUnits;
  /** Sum of the refunds that were initiated, by the order or by a provider. */
  readonly refunded: MinorUnits;
  /** What buyers' banks took back, or did not pay after all; missing where it is nothing. */
  readonly withdrawn?: MinorUnits;
  /** What is left to pay, for the order or for a change that waits for it. */
  readonly outstanding: MinorUnits;
}

export interface PaymentView extends Payment {
  readonly at: string;
}

export interface PackageView {
  readonly packageId: string;
  readonly units: readonly Units[];
  readonly method: ShippingMethod;
  readonly carrier: string;
  readonly trackingNumber: string;
  /** Day (YYYY-MM-DD) on which it is expected, as last said. */
  readonly estimatedDelivery?: string;
  /** Where it starts from. */
  readonly shipFrom?: Address;
  /** Whether the packing checklist was ticked off. */
  readonly checklistDone: boolean;
  /** What the carrier reported, the newest by its clock last; of very many, the newest. */
  readonly scans: readonly ScanView[];
  readonly arrangedAt: string;
  readonly shippedAt?: string;
  readonly deliveredAt?: string;
  readonly proof?: ProofOfDelivery;
  /** Where it waits, or waited, to be picked up. */
  readonly heldAt?: string;
  /** Day (YYYY-MM-DD): of the next attempt to deliver it, or the last one on which it can be picked up. */
  readonly until?: string;
  /** Since when nobody waits for it: it was lost or turned back, or a claim was granted. */
  readonly lostAt?: string;
  /** What of it came back to the seller to be sold again. */
  readonly restocked?: readonly Units[];
}

export interface ScanView extends ScanIdentity {
  /** The carrier's own words. */
  readonly description?: string;
}

/** A changed estimate, with the reasons where it is a delay that was reported. */
export interface EstimateView {
  /** Missing where it is about all that had not arrived. */
  readonly packageId?: string;
  /** Days (YYYY-MM-DD). */
  readonly newEstimate: string;
  readonly previousEstimate?: string;
  readonly at: string;
  readonly by: Cause;
  readonly delay?: {
    readonly cause: DelayCause;
    /** Missing in rows of before. */
    readonly fault?: Fault;
    readonly explanation?: string;
    readonly offer?: DelayOffer;
  };
}

export interface CancellationView {
  readonly cancellationId: string;
  readonly units: readonly Units[];
  readonly reason: CancellationReason;
  /** Missing in rows of before. */
  readonly fault?: Fault;
  readonly note?: string;
  readonly by: Cause;
  /** Requested waits for the seller; cancelled is final, with or without a request before it. */
  readonly state: 'requested' | 'approved' | 'rejected' | 'withdrawn' | 'cancelled';
  /** When it was asked for, or done at once. */
  readonly at: string;
  readonly answeredAt?: string;
  /** What the seller wrote to a rejection. */
  readonly answer?: string;
}

/** A change of the address or of some lines: done at once, or asked for and then answered. */
export interface ChangeView {
  readonly changeId: string;
  readonly kind: ChangeKind;
  /** What waits for its payment is made as soon as it is paid. */
  readonly state: 'requested' | 'awaiting-payment' | 'applied' | 'rejected' | 'withdrawn';
  readonly by: Cause;
  /** When it was asked for, or made at once. */
  readonly at: string;
  /** Of a change of the address. */
  readonly address?: { readonly before: Address; readonly after: Address };
  /** Of a change of lines: those that it is about. */
  readonly lines?: {
    readonly before: readonly LineTerms[];
    readonly after: readonly LineTerms[];
    readonly added?: readonly AddedLine[];
  };
  /** What shipping costs with it, where a change of the address makes that something else. */
  readonly shippingFee?: MinorUnits;
  /** All discounts and fees that the order has with it, where it is a change of lines. */
  readonly discounts?: readonly Charge[];
  readonly fees?: readonly Charge[];
  /** What the order costs more with it, or less where it is below zero. */
  readonly priceDifference?: MinorUnits;
  /** When it was made, turned down or withdrawn. */
  readonly closedAt?: string;
  /** Why it was turned down. */
  readonly rejected?: ChangeRejection;
  /** What the seller wrote to that. */
  readonly answer?: string;
}

export interface ReviewView {
  /** From 1 (bad) to 5 (good). */
  readonly score: number;
  readonly text?: string;
  readonly submittedAt: string;
}
