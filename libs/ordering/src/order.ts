import { type Case } from './cases/case-life.js';
import { type ClaimState } from './claims/claim-life.js';
import { type DeliveryState } from './fulfilment/package-life.js';
import { type Currency, type MinorUnits } from './money.js';
import {
  type Address,
  type CancellationReason,
  type ChangedLines,
  type ClaimKind,
  type PaymentMethod,
  type ShippingMethod,
  type Units,
  type WayBackPayer,
} from './order-terms.js';
import { type AuthorisationOutcome, type WithdrawalKind } from './payment/commands.js';
import { type PaymentName } from './payment/payment-name.js';
import { type OrderPolicy } from './policy.js';
import { type PlacedPrices } from './prices/price-terms.js';
import { type Fault } from './reasons.js';
import { type RefundState } from './refunds/refund-life.js';
import { type ReturnState } from './returns/return-life.js';
import { type Voucher } from './vouchers/events.js';

/** An order as its events have made it: what decisions need, and no more. Plain JSON. */
export interface Order {
  readonly orderId: string;
  readonly checkoutId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  /** What the shop is called. */
  readonly sellerName: string;
  readonly currency: Currency;
  readonly policy: OrderPolicy;
  readonly placedAt: string;
  /** Personal data. */
  readonly shippingAddress: Address;
  readonly lines: readonly LineState[];
  /** Of the whole order; each line has its share. */
  readonly discounts: MinorUnits;
  /** Shipping and fees: due as long as anything is to be sent. */
  readonly charges: MinorUnits;
  /** The part of the charges that does not follow from the goods. */
  readonly shippingFee: MinorUnits;
  /** What changes of its lines are priced by. */
  readonly placedPrices: PlacedPrices;
  /** What is due is collected when the goods arrive: the order does not wait for it. */
  readonly cashOnDelivery?: true;
  /** Every capture, in the order in which they were reported. */
  readonly payments: readonly Payment[];
  /** What providers set aside, and what became of it; the last that was said of each payment. */
  readonly authorisations?: readonly Authorisation[];
  /** Money that left a payment without the order's doing. */
  readonly withdrawals?: readonly Withdrawal[];
  /** What the buyer was given back of the price without giving up a unit: partial refunds, goodwill. */
  readonly allowances: MinorUnits;
  /** Sum of all refunds that were initiated. */
  readonly refunded: MinorUnits;
  /** When nothing was left to pay. */
  readonly paidAt?: string;
  readonly holdReleased: boolean;
  readonly confirmedAt?: string;
  /** When the seller's automation did not confirm it, because goods were missing. */
  readonly stockMissedAt?: string;
  /** When the seller's time to send everything was over. */
  readonly shipmentLateAt?: string;
  /** Day (YYYY-MM-DD) by which what is in no package is expected to arrive. */
  readonly estimatedDelivery?: string;
  readonly packages: readonly PackageState[];
  /** Names of all cancellations so far, whatever became of them. */
  readonly cancellationIds: readonly string[];
  readonly openCancellations: readonly OpenCancellation[];
  /** Names of all changes so far, whatever became of them. */
  readonly changeIds: readonly string[];
  /** At most one of each kind. */
  readonly openChanges: readonly OpenChange[];
  readonly returns: readonly ReturnCase[];
  readonly claims: readonly ClaimCase[];
  /** The shares of all refunds. */
  readonly refunds: readonly RefundCase[];
  /** What the buyer was promised; missing where that is nothing. */
  readonly vouchers?: readonly (Voucher & { readonly issuedAt: string })[];
  /** How many were written, by whomever. */
  readonly messages: number;
  readonly deliveredAt?: string;
  readonly completedAt?: string;
  /** When the buyer reviewed it, which can be done once. */
  readonly reviewedAt?: string;
}

/** Money that a provider has set aside. */
export interface Authorisation extends PaymentName {
  readonly outcome: AuthorisationOutcome;
  readonly amount: MinorUnits;
}

/** Money that left a payment without the order's doing. */
export interface Withdrawal extends PaymentName {
  readonly kind: WithdrawalKind;
  /** The provider's reference. */
  readonly reference: string;
  readonly amount: MinorUnits;
  /** Open until its outcome is known; money that was reinstated is with the payment again. */
  readonly state: 'open' | 'lost' | 'reinstated';
  /** When it was recorded (ISO 8601, UTC). */
  readonly at: string;
  /** When the last that the provider said of it happened, by the provider's clock. */
  readonly reportedAt?: string;
}

/** Money that was captured. */
export interface Payment extends PaymentName {
  readonly captureId?: string;
  readonly method: PaymentMethod;
  readonly amount: MinorUnits;
}

/** A line with what became of its units; these quantities are the truth that the status is derived from. */
export interface LineState {
  readonly lineId: string;
  readonly productId: string;
  readonly title: string;
  /** False where nothing of the line is ever packed; true where it is missing. */
  readonly needsShipping?: boolean;
  readonly variant?: string;
  /** Whether the seller keeps stock of the product; kept as it was when the order was placed. */
  readonly stocked?: true;
  readonly ordered: number;
  readonly unitPrice: MinorUnits;
  /** Price of all ordered units after this line's share of the discounts. */
  readonly value: MinorUnits;
  readonly cancelled: number;
  readonly arranged: number;
  readonly shipped: number;
  /** Units that had counted as shipped, each time that this was taken back. */
  readonly takenBack?: number;
  readonly delivered: number;
  /** Units in returns that are open, or that ended in money. */
  readonly returnRequested: number;
  /** Units that came, and whose price goes back all the same: sent back, or granted by a claim. */
  readonly returned: number;
  /** Of the returned and the lost, those that the buyer does without through somebody else's fault. */
  readonly atFault?: number;
  /** Units of packages that were given up, and whose price goes back; they stay so where they come after all. */
  readonly lost: number;
}

export interface PackageState {
  readonly packageId: string;
  readonly units: readonly Units[];
  readonly method: ShippingMethod;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly checklistDone: boolean;
  /** Day (YYYY-MM-DD) on which it is expected to arrive, as last said. */
  readonly estimatedDelivery?: string;
  /** The carrier's scans recorded last, in the order of the log: what a repeated one is told by. */
  readonly scans: readonly ScanIdentity[];
  readonly arrangedAt: string;
  readonly shippedAt?: string;
  readonly deliveredAt?: string;
  /** Since when nobody waits for it: it was lost or turned back, or a claim was granted. A carrier may still deliver it. */
  readonly lostAt?: string;
  /** What became of it last, where the times above do not say it. */
  readonly reported?: Case<DeliveryState>;
  /** Units that came back to the seller, and can be sold again. */
  readonly restocked?: readonly Units[];
}

/** A buyer's request to send units back, and what has become of it. */
export interface ReturnCase extends Case<ReturnState> {
  readonly returnId: string;
  readonly units: readonly Units[];
  readonly fault?: Fault;
  /** Who pays to send it back. */
  readonly wayBackPaidBy?: WayBackPayer;
  /** What the seller offered instead. */
  readonly offered?: MinorUnits;
  /** Whom the buyer handed it to. */
  readonly sentWith?: { readonly carrier: string; readonly trackingNumber: string };
  /** What carriers said of it; each scan once. */
  readonly scans?: readonly string[];
}

/** A buyer's complaint, and what has become of it. */
export interface ClaimCase extends Case<ClaimState> {
  readonly claimId: string;
  readonly kind: ClaimKind;
  readonly units: readonly Units[];
  readonly fault?: Fault;
  /** The package that did not come. */
  readonly packageId?: string;
  readonly resolvedFor?: 'buyer' | 'seller';
  /** Granted in part: the units whose price went back, or what was let off the price of all. */
  readonly granted?: readonly Units[];
  readonly allowance?: MinorUnits;
  /** Decided by time, because the buyer let it rest. */
  readonly lapsed?: true;
  readonly appealedAt?: string;
}

/** One payment's share of money on its way back to the buyer. */
export interface RefundCase extends Case<RefundState>, Partial<PaymentName> {
  readonly refundId: string;
  /** Counted from 1; missing in the first of a refund. */
  readonly share?: number;
  readonly method?: PaymentMethod;
  readonly amount: MinorUnits;
  /** It goes to an account that the buyer named. */
  readonly toAccount?: true;
  /** Provider's references of its failures. */
  readonly failures: readonly string[];
  /** Provider's references of the attempts that succeeded. */
  readonly settlements?: readonly string[];
  /** When the last of them happened by the provider's clock, where it said so. */
  readonly reportedAt?: string;
}

/** One scan of a package: by which code, when by the carrier's clock (ISO 8601, UTC), and where. */
export interface ScanIdentity {
  readonly code: string;
  readonly scannedAt: string;
  readonly place?: string;
}

/** A buyer's request to cancel that waits for the seller's answer. Its units are not shipped meanwhile. */
export interface OpenCancellation {
  readonly cancellationId: string;
  readonly units: readonly Units[];
  readonly reason: CancellationReason;
  readonly fault?: Fault;
  readonly requestedAt: string;
}

/** A change that the buyer asked for and that was not made yet. Nothing is shipped meanwhile. */
export type OpenChange = AddressChange | LinesChange;
export type ChangeKind = OpenChange['kind'];

interface Waiting {
  readonly changeId: string;
  /** Since when it waits for the seller, or for the buyer's payment (ISO 8601, UTC). */
  readonly since: string;
}

export interface AddressChange extends Waiting {
  readonly kind: 'address';
  /** Personal data. */
  readonly after: Address;
  /** What shipping costs then, where that is something else. */
  readonly shippingFee?: MinorUnits;
}

export interface LinesChange extends Waiting, ChangedLines {
  readonly kind: 'lines';
  /** Nobody has to agree any more: it waits for the price difference to be paid. */
  readonly approved: boolean;
  /** What was paid of the difference so far. */
  readonly paid: MinorUnits;
}
