import { accepted, type Outcome } from '@app/event-store';
import {
  type CouponTerms,
  type CreateOrder,
  type OfferedGoods,
  type Order,
  type OrderPolicy,
  type PriceTerms,
  type Units,
} from '@app/ordering';
import { type CommandRefusal, type CommandRequest } from './command-request.js';
import { type FoldedOrder } from './folded-order.js';

/** A command that its order allows, and the order before and after it. */
export interface DecidedCommand {
  readonly request: CommandRequest;
  readonly before: FoldedOrder | undefined;
  readonly after: Order;
}

/** Gives back what was reserved for a command whose events were not appended, as far as the order does not take it now. */
export type GiveBack = (newest: FoldedOrder | undefined) => Promise<void>;

/**
 * What orders hold of things that there are only so many of, stock and coupons, as far as commands depend on it. These
 * have streams of their own; what an order takes is reserved there first, under its id, and the order is appended then.
 */
export interface Reservations {
  /** Those of the products that the seller keeps stock of. */
  stockedAmong(sellerId: string, productIds: readonly string[]): Promise<string[]>;
  /** What the seller offers of the products. */
  offersOf(sellerId: string, productIds: readonly string[]): Promise<OfferedGoods[]>;
  /** The coupons that a new order names, and the rates that its fees are counted by under the policy. */
  priceTermsOf(order: CreateOrder, policy: OrderPolicy): Promise<PriceTerms>;
  /** The coupon that is offered to the order's buyer as a voucher, where they can use it now. */
  offeredTo(order: Order, code: string, at: string): Promise<CouponTerms | undefined>;
  /** Issues the vouchers that the order's buyer was promised, as far as they are not there yet. */
  issueVouchers(order: Order): Promise<void>;
  /** Units of the order that are not there to be sent. Holds before what the order should hold by now. */
  missingOf(folded: FoldedOrder): Promise<Units[]>;
  /** Reserves what the order takes more after the command than before, all of it; refused where it cannot have it. */
  reserve(decided: DecidedCommand): Promise<Outcome<GiveBack, CommandRefusal>>;
  /** What `reserve` would refuse now; reserves nothing. */
  refusalOf(decided: DecidedCommand): Promise<CommandRefusal | undefined>;
}

/** Where there is enough of everything, and nobody counts. */
export const noReservations: Reservations = {
  stockedAmong: async () => [],
  offersOf: async () => [],
  priceTermsOf: async (_, { platformFeeBasisPoints: platformFee }) => ({
    coupons: [],
    rates: { platformFee },
  }),
  offeredTo: async () => undefined,
  issueVouchers: async () => {},
  missingOf: async () => [],
  reserve: async () => accepted(async () => {}),
  refusalOf: async () => undefined,
};
