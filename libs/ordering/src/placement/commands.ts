import { type Currency, type MinorUnits } from '../money.js';
import {
  type Address,
  type Charge,
  type OrderLine,
  type OrderSource,
  type PaymentMethod,
} from '../order-terms.js';

/** A buyer's (or a backend's) order to buy from one seller. The total is what the buyer was shown. */
export interface CreateOrder {
  readonly type: 'create';
  readonly orderId: string;
  /** Joins the orders of one checkout over several sellers. */
  readonly checkoutId: string;
  readonly buyerId: string;
  /** The quote that says the figures; it is used up with this order. */
  readonly quoteId?: string;
  readonly sellerId: string;
  /** The seller's name for receipts and lists. */
  readonly sellerName: string;
  readonly currency: Currency;
  readonly lines: readonly OrderLine[];
  readonly shippingFee: MinorUnits;
  readonly fees: readonly Charge[];
  readonly discounts: readonly Charge[];
  /** The coupons among the discounts: each is a discount with the coupon's code, and used up with this order. */
  readonly couponCodes?: readonly string[];
  /** Lines − discounts + shipping + fees. */
  readonly total: MinorUnits;
  readonly shippingAddress: Address;
  /** Day (YYYY-MM-DD) by which the goods were promised. */
  readonly promisedDelivery?: string;
  readonly source: OrderSource;
  /** How the buyer means to pay. With cash on delivery the order goes on unpaid, and is paid when it has arrived. */
  readonly paymentMethod?: PaymentMethod;
}
