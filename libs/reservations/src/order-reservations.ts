import { accepted, type Outcome, refused } from '@app/event-store';
import {
  type CommandRefusal,
  type DecidedCommand,
  type FoldedOrder,
  type GiveBack,
  type OrderLog,
  type Reservations,
} from '@app/order-log';
import {
  type CouponTerms,
  type CreateOrder,
  type OfferedGoods,
  type Order,
  type OrderPolicy,
  type PriceTerms,
  type Units,
} from '@app/ordering';
import { type CouponPricing } from './coupons/coupon-pricing.js';
import { type Coupons } from './coupons/coupons.js';
import { OrderCoupons } from './coupons/order-coupons.js';
import { anyFigures, type QuoteReservations } from './quote-reservations.js';
import { OrderStock } from './stock/order-stock.js';
import { type Stocks } from './stock/stocks.js';

export interface ReservedFrom {
  readonly orderLog: OrderLog;
  readonly stocks: Stocks;
  readonly coupons: Coupons;
  readonly couponPricing: CouponPricing;
  readonly orderQuotes?: QuoteReservations;
  /** What sellers offer; nothing is known of it where it is left out. */
  readonly offers?: { find(sellerId: string, productId: string): Promise<OfferedGoods | undefined> };
}

/** What orders hold: the quotes and coupons that they name, and their sellers' stock. */
export class OrderReservations implements Reservations {
  private readonly orderLog: OrderLog;
  private readonly stock: OrderStock;
  private readonly coupons: OrderCoupons;
  private readonly quotes: QuoteReservations;
  private readonly offers: ReservedFrom['offers'];

  constructor({ orderLog, stocks, coupons, couponPricing, orderQuotes = anyFigures, offers }: ReservedFrom) {
    this.orderLog = orderLog;
    this.offers = offers;
    this.stock = new OrderStock(stocks);
    this.coupons = new OrderCoupons(coupons, couponPricing);
    this.quotes = orderQuotes;
  }

  stockedAmong(sellerId: string, productIds: readonly string[]): Promise<string[]> {
    return this.stock.stockedAmong(sellerId, productIds);
  }

  async offersOf(sellerId: string, productIds: readonly string[]): Promise<OfferedGoods[]> {
    const { offers } = this;
    if (offers === undefined) return [];
    const products = [...new Set(productIds)];
    const found = await Promise.all(products.map((productId) => offers.find(sellerId, productId)));
    return found.filter((offer) => offer !== undefined);
  }

  priceTermsOf(order: CreateOrder, policy: OrderPolicy): Promise<PriceTerms> {
    return this.coupons.priceTermsOf(order, policy);
  }

  missingOf(folded: FoldedOrder): Promise<Units[]> {
    return this.stock.missingOf(folded);
  }

  offeredTo(order: Order, code: string, at: string): Promise<CouponTerms | undefined> {
    return this.coupons.offeredTo(order, code, at);
  }

  issueVouchers(order: Order): Promise<void> {
    return this.coupons.issueVouchers(order);
  }

  async reserve(decided: DecidedCommand): Promise<Outcome<GiveBack, CommandRefusal>> {
    const { request, after } = decided;
    const used = await this.quotes.use(decided);
    if (used.kind === 'refused') return used;
    const redeemed: string[] = [];
    const refusal = (await this.coupons.redeem(request, redeemed)) ?? (await this.stock.reserve(decided));
    const settleNamed = async (newest: FoldedOrder | undefined): Promise<void> => {
      if (used.answer) await this.quotes.settle(request, after.orderId, newest);
      await this.coupons.settle(redeemed, after, newest);
    };
    if (refusal === undefined)
      return accepted(async (newest) => {
        await settleNamed(newest);
        await this.stock.settle(after, newest);
      });
    // Unless the order is there after all: another process may be at the same request.
    if (used.answer || redeemed.length > 0) await settleNamed(await this.orderLog.read(after.orderId));
    return refused(refusal);
  }

  async refusalOf(decided: DecidedCommand): Promise<CommandRefusal | undefined> {
    return (
      (await this.quotes.refusalOf(decided)) ??
      (await this.coupons.refusalOf(decided.request)) ??
      (await this.stock.shortageOf(decided))
    );
  }
}
