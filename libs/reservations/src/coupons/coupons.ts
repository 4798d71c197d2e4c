import { type Change, type EventStore, type Outcome, Streams } from '@app/event-store';
import { type CouponRefusal, type CouponTerms, refuseCoupon } from '@app/ordering';
import { type Causation } from '../resource-codec.js';
import { decode, encode } from './codec.js';
import { type Coupon, evolveCoupon } from './coupon.js';
import { couponId, couponStreamPrefix } from './coupon-stream.js';
import * as decide from './decide.js';
import { type Redemption } from './decide.js';
import { type CouponEvent } from './events.js';

/** How many coupons are kept at hand. */
const keptCoupons = 1_000;

export type CouponOutcome = Outcome<Change<Coupon>, CouponRefusal>;

/** All coupons, each a stream of the event log. */
export class Coupons extends Streams<Coupon, CouponEvent, Causation, CouponRefusal> {
  constructor(store: EventStore) {
    super(store, {
      prefix: couponStreamPrefix,
      encode,
      decode: (recorded) => ({ event: decode(recorded), metadata: {} }),
      evolve: evolveCoupon,
      kept: keptCoupons,
      contended: refuseCoupon('too-much-contention'),
    });
  }

  find(sellerId: string, code: string): Promise<Coupon | undefined> {
    return this.read(couponId(sellerId, code));
  }

  issue(terms: CouponTerms, at: string, causation: Causation): Promise<CouponOutcome> {
    return this.change(couponId(terms.sellerId, terms.code), causation, (coupon) =>
      decide.issueCoupon(coupon, terms, at),
    );
  }

  /** Issues the coupon that a voucher of an order is, unless it is there. */
  issueVoucher(terms: CouponTerms, at: string): Promise<CouponOutcome> {
    return this.change(couponId(terms.sellerId, terms.code), {}, (coupon) =>
      decide.issueVoucher(coupon, terms, at),
    );
  }

  withdraw(sellerId: string, code: string, at: string, causation: Causation): Promise<CouponOutcome> {
    return this.change(couponId(sellerId, code), causation, (coupon) => decide.withdrawCoupon(coupon, at));
  }

  /** Reserves one use of the coupon for an order that is about to be placed. */
  redeem(
    sellerId: string,
    code: string,
    redemption: Redemption,
    causation: Causation,
  ): Promise<CouponOutcome> {
    return this.change(couponId(sellerId, code), causation, (coupon) =>
      decide.redeemCoupon(coupon, redemption),
    );
  }
}
