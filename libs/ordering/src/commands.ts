import { type Currency, type MinorUnits } from './money.js';
import {
  type Address,
  type CancellationReason,
  type Charge,
  type OrderLine,
  type OrderSource,
  type PaymentMethod,
  type ReturnReason,
  type ShippingMethod,
  type Units,
} from './order-terms.js';

/** A buyer's (or a backend's) wish to buy from one seller. The total is what the buyer was shown. */
export interface CreateOrder {
  readonly type: 'create';
  readonly orderId: string;
  /** Joins the orders of one checkout over several sellers. */
  readonly checkoutId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  /** The seller's name for receipts and lists. */
  readonly sellerName: string;
  readonly currency: Currency;
  readonly lines: readonly OrderLine[];
  readonly shippingFee: MinorUnits;
  readonly fees: readonly Charge[];
  readonly discounts: readonly Charge[];
  /** Lines − discounts + shipping + fees. */
  readonly total: MinorUnits;
  readonly shippingAddress: Address;
  /** Day (YYYY-MM-DD) by which the goods were promised. */
  readonly promisedDelivery?: string;
  readonly source: OrderSource;
}

/** Money that a payment provider has captured: the whole amount or a part of it. */
export interface PayOrder {
  readonly type: 'pay';
  /** The provider's reference: one payment is recorded once. */
  readonly paymentId: string;
  readonly method: PaymentMethod;
  readonly amount: MinorUnits;
  readonly currency: Currency;
}

/** The seller takes the order on, after stock and details were checked. */
export interface ConfirmOrder {
  readonly type: 'confirm';
}

/** The seller hands one package to a carrier; without units, everything that is left. */
export interface ShipOrder {
  readonly type: 'ship';
  /** The package's name within the order; the command's id where none is given. */
  readonly packageId?: string;
  readonly units?: readonly Units[];
  readonly method: ShippingMethod;
  readonly carrier: string;
  readonly trackingNumber: string;
  /** Day (YYYY-MM-DD) on which the carrier expects to deliver. */
  readonly estimatedDelivery?: string;
  readonly checklistDone: boolean;
}

/** The carrier has handed a package over to the buyer. */
export interface DeliverPackage {
  readonly type: 'deliver';
  readonly packageId: string;
}

/** Units that shall not be sent; without units, everything that can still be cancelled. */
export interface CancelOrder {
  readonly type: 'cancel';
  /** The cancellation's name within the order; the command's id where none is given. */
  readonly cancellationId?: string;
  readonly units?: readonly Units[];
  readonly reason: CancellationReason;
  readonly note?: string;
}

/** The seller's answer to a buyer's request to cancel. */
export interface AnswerCancellation {
  readonly type: 'answer-cancellation';
  readonly cancellationId: string;
  readonly approve: boolean;
  readonly note?: string;
}

/** The buyer has what was ordered: the order is done. */
export interface ConfirmReceipt {
  readonly type: 'confirm-receipt';
}

/** The buyer wants to send delivered units back. */
export interface RequestReturn {
  readonly type: 'request-return';
  readonly units: readonly Units[];
  readonly reason: ReturnReason;
  readonly note?: string;
  /** Links to pictures or videos. */
  readonly evidence: readonly string[];
}

/** What can be asked of an order that exists. */
export type ExistingOrderCommand =
  | PayOrder
  | ConfirmOrder
  | ShipOrder
  | DeliverPackage
  | CancelOrder
  | AnswerCancellation
  | ConfirmReceipt
  | RequestReturn;

export type OrderCommand = CreateOrder | ExistingOrderCommand;
export type CommandType = OrderCommand['type'];
