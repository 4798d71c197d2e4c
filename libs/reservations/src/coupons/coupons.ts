import { type EventStore } from '@app/event-store';
import { type CouponRefusal, type CouponTerms, refuseCoupon } from '@app/pricing';
import { type Causation } from '../resource-codec.js';
import { type ResourceOutcome, ResourceStreams } from '../resource-streams.js';
import { decode, encode } from './codec.js';
import { Coupon } from './coupon.js';
import { couponStream } from './coupon-stream.js';
import * as decide from './decide.js';
import { type Redemption } from './decide.js';
import { type CouponEvent } from './events.js';

export type CouponOutcome = ResourceOutcome<Coupon, CouponRefusal>;

/** All coupons, each a stream of the event log. */
export class Coupons extends ResourceStreams<Coupon, CouponEvent, CouponRefusal> {
  constructor(store: EventStore) {
    super(store, {
      begin(first) {
        if (first.type !== 'CouponIssued') throw new Error(`A coupon begins with ${first.type}.`);
        return new Coupon(first.data, first.at);
      },
      encode,
      decode,
      contended: refuseCoupon('too-much-contention', 'Many others use this coupon right now; try again.'),
    });
  }

  find(sellerId: string, code: string): Promise<Coupon | undefined> {
    return this.read(couponStream(sellerId, code));
  }

  issue(terms: CouponTerms, at: string, causation: Causation): Promise<CouponOutcome> {
    return this.change(couponStream(terms.sellerId, terms.code), causation, (coupon) =>
      decide.issue(coupon, terms, at),
    );
  }

  withdraw(sellerId: string, code: string, at: string, causation: Causation): Promise<CouponOutcome> {
    return this.change(couponStream(sellerId, code), causation, (coupon) => decide.withdraw(coupon, at));
  }

  /** Reserves one use of the coupon for an order that is about to be placed. */
  redeem(
    sellerId: string,
    code: string,
    redemption: Redemption,
    causation: Causation,
  ): Promise<CouponOutcome> {
    return this.change(couponStream(sellerId, code), causation, (coupon) =>
      decide.redeem(coupon, redemption),
    );
  }
}
