import { accepted, type Outcome, refused } from '@app/event-store';
import { type CommandRefusal, type CommandRequest, type FoldedOrder } from '@app/order-log';
import {
  type CouponRefusal,
  type CouponTerms,
  type CreateOrder,
  type Order,
  type OrderPolicy,
  type PriceTerms,
  refuseCoupon,
  timeRefusal,
} from '@app/ordering';
import { type CouponPricing } from './coupon-pricing.js';
import { couponResource, issueVouchers } from './coupon-resource.js';
import { couponId, couponStream } from './coupon-stream.js';
import { type Coupons } from './coupons.js';
import { couponRefusalFor } from './decide.js';

/** A new order with the coupons that it names. */
type CouponOrder = CreateOrder & { readonly couponCodes: readonly string[] };

/** What orders need of the coupons that they name, kept in the streams of `Coupons`. */
export class OrderCoupons {
  constructor(
    private readonly coupons: Coupons,
    private readonly pricing: CouponPricing,
  ) {}

  /** The coupons that the order names, as far as there are such, and the rates that its fees are counted by. */
  async priceTermsOf({ sellerId, couponCodes = [] }: CreateOrder, policy: OrderPolicy): Promise<PriceTerms> {
    const coupons = await Promise.all(couponCodes.map((code) => this.coupons.find(sellerId, code)));
    const terms = coupons.flatMap((coupon) => (coupon === undefined ? [] : [coupon.terms]));
    return { coupons: terms, rates: this.pricing.ratesOf(policy) };
  }

  /** Fills `redeemed` with the coupons that this request, and not an earlier one for the same order, has redeemed. */
  async redeem(request: CommandRequest, redeemed: string[]): Promise<CommandRefusal | undefined> {
    const order = couponOrderOf(request);
    if (order === undefined) return undefined;
    const { at, actor, correlationId } = request;
    const checked = await this.check(order, at);
    if (checked.kind === 'refused') return checked.refusal;
    const { orderId, buyerId, sellerId, couponCodes } = order;
    const redemption = { orderId, buyerId, at, completedOrders: checked.answer, cart: order };
    for (const code of couponCodes) {
      const outcome = await this.coupons.redeem(sellerId, code, redemption, { actor, correlationId });
      if (outcome.kind === 'refused') return refusalOf(order, code, outcome.refusal);
      if (outcome.answer.changed) redeemed.push(code);
    }
    return undefined;
  }

  /** What `redeem` would refuse now; redeems nothing. */
  async refusalOf(request: CommandRequest): Promise<CommandRefusal | undefined> {
    const order = couponOrderOf(request);
    const checked = order && (await this.check(order, request.at));
    return checked?.kind === 'refused' ? checked.refusal : undefined;
  }

  /** The coupon of that code, where the order's buyer can use it now. */
  async offeredTo({ sellerId, buyerId }: Order, code: string, at: string): Promise<CouponTerms | undefined> {
    const coupon = await this.coupons.find(sellerId, code);
    if (coupon === undefined || couponRefusalFor(coupon, buyerId) !== undefined) return undefined;
    return timeRefusal(coupon.terms, at) === undefined ? coupon.terms : undefined;
  }

  issueVouchers(order: Order): Promise<void> {
    return issueVouchers(this.coupons, order);
  }

  /** Brings the coupons in line with the order as it is: they are free again where there is none. */
  async settle(codes: readonly string[], { orderId, sellerId }: CouponUser, folded: FoldedOrder | undefined) {
    for (const code of codes)
      await couponResource(this.coupons).settle(couponStream(sellerId, code), orderId, folded);
  }

  /** How often the buyer has completed an order there, or why the coupons cannot be used like this. */
  private async check(order: CouponOrder, at: string): Promise<Outcome<number, CommandRefusal>> {
    const quoteRequest = { ...order, insured: false };
    const { declined, discounts, completedOrders } = await this.pricing.price(quoteRequest, noFees, at);
    const [first] = declined;
    if (first !== undefined) return refused(refusalOf(order, first.coupon, first.refusal));
    const other = discounts.find(({ code, amount }) => !isListed(order.discounts, code, amount));
    if (other !== undefined) {
      const amount = { money: other.amount, currency: order.currency };
      const mismatch = refuseCoupon('coupon-amount-mismatch', { coupon: other.code, amount });
      return refused(refusalOf(order, other.code, mismatch));
    }
    const unnamed = await this.unnamedIn(order);
    return unnamed === undefined ? accepted(completedOrders) : refused(unnamed);
  }

  /** A discount that bears a coupon's code is that coupon, so it is used up like one. */
  private async unnamedIn({ sellerId, discounts, couponCodes }: CouponOrder) {
    for (const [index, { code: coupon }] of discounts.entries())
      if (!couponCodes.includes(coupon) && (await this.coupons.exists(couponId(sellerId, coupon))))
        return refuseCoupon('coupon-not-named', { coupon }, `/discounts/${index}`);
    return undefined;
  }
}

type CouponUser = Pick<CreateOrder, 'orderId' | 'sellerId'>;

/** Fees do not change what a coupon takes off. */
const noFees = { platformFee: 0, insurance: 0 };

/** What another system has recorded used coupons there, not here. */
function couponOrderOf({ command, imported }: CommandRequest): CouponOrder | undefined {
  if (command.type !== 'create' || imported) return undefined;
  return { ...command, couponCodes: command.couponCodes ?? [] };
}

const refusalOf = ({ couponCodes }: CouponOrder, code: string, refusal: CouponRefusal): CommandRefusal => ({
  ...refusal,
  pointer: `/couponCodes/${couponCodes.indexOf(code)}`,
});

function isListed(discounts: CreateOrder['discounts'], code: string, amount: number): boolean {
  const listed = discounts.filter((discount) => discount.code === code);
  return listed.length === 1 && listed[0]!.amount === amount;
}
