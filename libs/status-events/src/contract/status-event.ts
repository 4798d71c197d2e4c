import {
  type CancellationReason,
  type ChangeRejection,
  type Currency,
  type DelayCause,
  type DelayOffer,
  type LineTerms,
  type MinorUnits,
  type OrderStatus,
  type Party,
  type ShippingMethod,
  type TimerName,
  type Units,
} from '@app/ordering';
import { type CaseChanges } from './case-changes.js';
import { type StatusEventType } from './status-event-types.js';

/**
 * What other systems are told of one domain event: a CloudEvent (https://github.com/cloudevents/spec, 1.0) of the
 * topic `orders.status.v1`. It names people by id only: no address, phone, message or evidence ever stands in it.
 * docs/status-events/asyncapi.json is the same contract for readers of other languages.
 */
export type StatusEvent<Type extends StatusEventType = StatusEventType> = {
  readonly [T in Type]: Attributes<T> & { readonly data: StatusData<T> };
}[Type];

interface Attributes<Type extends StatusEventType> {
  readonly specversion: '1.0';
  /** Id of the domain event; together with `source` it identifies a duplicate. */
  readonly id: string;
  /** `/orders/<order id>` */
  readonly source: string;
  readonly type: Type;
  /** When it happened (ISO 8601, UTC); never to be ordered by. */
  readonly time: string;
  /** The order's id: its events stay in one partition. */
  readonly partitionkey: string;
  /** Number within the order: 1, 2, 3 … without gaps, so that a consumer can prove that it missed nothing. */
  readonly sequence: number;
  readonly correlationid: string;
  /** Id of the command. */
  readonly causationid: string;
  /** Position of the domain event in the event log. */
  readonly logposition: bigint;
  /** The span in which it was published (W3C trace context), where the request behind it was traced. */
  readonly traceparent?: string;
}

export interface StatusData<Type extends StatusEventType = StatusEventType> {
  readonly orderId: string;
  /** Joins the orders of one checkout over several sellers. */
  readonly checkoutId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  /** Revision of the order with this event in it. */
  readonly revision: number;
  /** Missing where the order begins. */
  readonly before?: LabelledStatus;
  readonly after: LabelledStatus;
  /** Recorded history from another system: nobody is to be told of it as news. */
  readonly imported?: true;
  readonly change: StatusChanges[Type];
}

export interface LabelledStatus {
  readonly status: OrderStatus;
  readonly buyerLabel: string;
  /** Missing as long as the seller does not see the order. */
  readonly sellerLabel?: string;
}

/** What each event says beyond the status. */
export interface StatusChanges extends CaseChanges {
  'orders.status.placed.v1': {
    /** Price of all lines before discounts. */
    readonly goods: MinorUnits;
    readonly discounts: MinorUnits;
    /** Shipping and fees. */
    readonly charges: MinorUnits;
    readonly total: MinorUnits;
    readonly currency: Currency;
    readonly units: readonly Units[];
    /** Day (YYYY-MM-DD). */
    readonly promisedDelivery?: string;
  };
  'orders.status.payment-captured.v1': Amount & {
    /** What is left to pay. */
    readonly outstanding: MinorUnits;
  };
  'orders.status.hold-released.v1': NoDetails;
  'orders.status.confirmed.v1': Fired;
  'orders.status.stock-missing.v1': Fired & { readonly units: readonly Units[] };
  'orders.status.shipment-late.v1': Fired;
  'orders.status.goods-provided.v1': { readonly units: readonly Units[] };
  'orders.status.package-arranged.v1': { readonly package: ArrangedPackage };
  /** The units that were taken out of the package; without any unit left there is no package. */
  'orders.status.package-unpacked.v1': { readonly package: PackageUnits };
  'orders.status.shipped.v1': { readonly package: PackageUnits };
  'orders.status.package-scanned.v1': { readonly packageId: string; readonly scan: CarrierScan };
  'orders.status.delayed.v1': EstimateChange & {
    readonly cause: DelayCause;
    /** The code of a voucher is the buyer's alone, and stands in the order. */
    readonly offer?: Pick<DelayOffer, 'kind' | 'amount'>;
    readonly currency: Currency;
  };
  'orders.status.estimate-changed.v1': EstimateChange;
  /** `wasLost` where the buyer has the price back already, for it had been given up. */
  'orders.status.package-delivered.v1': { readonly package: PackageUnits; readonly wasLost?: true };
  /** `lost` is what never came. */
  'orders.status.delivered.v1': { readonly lost?: readonly Units[] };
  'orders.status.completed.v1': Fired;
  'orders.status.lines-cancelled.v1': Cancellation & Fired;
  'orders.status.cancellation-requested.v1': Cancellation;
  'orders.status.cancellation-approved.v1': Pick<Cancellation, 'cancellationId'> & Fired;
  'orders.status.cancellation-rejected.v1': Pick<Cancellation, 'cancellationId'>;
  'orders.status.cancellation-withdrawn.v1': Pick<Cancellation, 'cancellationId'>;
  /** The address itself is nobody's business but the order's. */
  'orders.status.address-change-requested.v1': Change;
  'orders.status.address-change-applied.v1': Change;
  'orders.status.address-change-rejected.v1': ChangeRejected;
  'orders.status.address-change-withdrawn.v1': Change;
  'orders.status.lines-change-requested.v1': LinesChange & { readonly awaits: 'seller' | 'payment' };
  'orders.status.lines-change-approved.v1': Change & PriceDifference;
  'orders.status.lines-change-applied.v1': LinesChange;
  'orders.status.lines-change-rejected.v1': ChangeRejected;
  'orders.status.lines-change-withdrawn.v1': Change;
  'orders.status.message-posted.v1': { readonly messageId: string; readonly from: Party };
  'orders.status.review-requested.v1': NoDetails;
  /** From 1 (bad) to 5 (good). */
  'orders.status.review-submitted.v1': { readonly score: number };
}

type NoDetails = Record<string, never>;

interface Amount {
  readonly amount: MinorUnits;
  readonly currency: Currency;
}

interface Fired {
  /** The timer that did it, where no person did. */
  readonly timer?: TimerName;
}

interface Cancellation {
  readonly cancellationId: string;
  readonly units: readonly Units[];
  readonly reason: CancellationReason;
}

interface Change {
  readonly changeId: string;
}

interface ChangeRejected extends Change, Fired {
  /** The seller turned it down, what it was about has been cancelled, or nobody answered or paid in time. */
  readonly reason: ChangeRejection;
}

interface PriceDifference {
  /** What the order costs more, or less where it is below zero. */
  readonly priceDifference: MinorUnits;
  readonly currency: Currency;
}

interface LinesChange extends Change, PriceDifference {
  /** The lines that change, as they were. */
  readonly before: readonly LineTerms[];
  /** The same lines, as they are to be. */
  readonly after: readonly LineTerms[];
}

export interface PackageUnits {
  readonly packageId: string;
  readonly units: readonly Units[];
}

/** What a carrier told of a package. The order of the events is that of their recording, not of the carrier's clock. */
export interface CarrierScan {
  /** The carrier's code for what happened. */
  readonly code: string;
  readonly place?: string;
  /** By the carrier's clock (ISO 8601, UTC). */
  readonly scannedAt: string;
}

interface EstimateChange {
  /** Missing where it is about all that had not arrived. */
  readonly packageId?: string;
  /** Days (YYYY-MM-DD). */
  readonly newEstimate: string;
  readonly previousEstimate?: string;
}

export interface ArrangedPackage extends PackageUnits {
  readonly method: ShippingMethod;
  readonly carrier: string;
  readonly trackingNumber: string;
  /** Day (YYYY-MM-DD). */
  readonly estimatedDelivery?: string;
}
