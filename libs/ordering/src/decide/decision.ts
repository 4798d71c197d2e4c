import { type Role } from '../actor.js';
import { type OrderEvent } from '../events.js';
import { type Units } from '../order-terms.js';
import { type OrderPolicy } from '../policy.js';
import { type CouponTerms } from '../prices/coupon-terms.js';
import { type OfferedGoods } from '../prices/offered-goods.js';
import { type PriceTerms } from '../prices/price-terms.js';
import { type Refusal } from '../refusal.js';

/** All that a decision takes from the world: the domain itself knows no clock and makes no ids. */
export interface DecisionContext {
  /** Now (ISO 8601, UTC). */
  readonly at: string;
  /** Names the command; packages, cancellations, refunds and returns that it begins are named after it. */
  readonly commandId: string;
  /** In whose role the command is decided. */
  readonly role: Role;
  /** What a new order is placed under. */
  readonly policy: OrderPolicy;
  /** The products of a new order or line that their seller keeps stock of; none where it is left out. */
  readonly stocked?: readonly string[];
  /** The coupons that a new order names, and the rates that fees are counted by; nothing is known of them where it is left out. */
  readonly priceTerms?: PriceTerms;
  /** The coupon whose code is offered as a voucher, where it can be used; none where it is left out. */
  readonly offered?: CouponTerms;
  /** What the seller offers of the products whose line or variant a change brings; nothing is known of it where it is left out. */
  readonly offers?: readonly OfferedGoods[];
  /** Units of an order that is to be confirmed which are not in stock; none where it is left out. */
  readonly missing?: readonly Units[];
  /**
   * Whether this happened already, in another system, and is only imported. Then no timer fires: the past's own events
   * say what happened.
   */
  readonly isHistory: boolean;
}

export type Decision =
  | { readonly kind: 'accepted'; readonly events: readonly OrderEvent[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What one command's rules answer: the events it makes, or why it makes none. */
export type DecisionResult = readonly OrderEvent[] | Refusal;

export const isRefusal = (result: DecisionResult): result is Refusal => 'code' in result;
