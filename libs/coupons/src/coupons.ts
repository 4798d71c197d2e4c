import { LRUCache } from 'lru-cache';
import { type EventStore } from '@app/event-store';
import { type CouponRefusal, type CouponTerms, refuseCoupon } from '@app/pricing';
import { InTurn } from '@app/reservations';
import { type Causation, decode, encode } from './codec.js';
import { Coupon } from './coupon.js';
import { couponStream } from './coupon-stream.js';
import * as decide from './decide.js';
import { type Decision, type Redemption } from './decide.js';

/** How many coupons are kept at hand; one that is not among them is read from its stream. */
const keptCoupons = 1000;

/** How often a decision is made again because another process wrote to the coupon in between. */
const maxAttempts = 50;

/** The coupon after what was asked, or why it was refused and nothing was recorded. */
export type CouponOutcome =
  | {
      readonly coupon: Coupon | undefined;
      /** False where all was recorded before. */
      readonly changed: boolean;
    }
  | { readonly refusal: CouponRefusal };

/** All coupons, each a stream of the event log. What is asked of one is decided on its newest state. */
export class Coupons {
  private readonly kept = new LRUCache<string, Coupon>({ max: keptCoupons });
  private readonly turns = new InTurn();

  constructor(private readonly store: EventStore) {}

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

  /**
   * Carries out what `decision` makes of the coupon's newest state. Requests of this process to one coupon take
   * turns; of those of other processes, whoever appends first is ahead, and the others decide again.
   */
  change(
    stream: string,
    causation: Causation,
    decision: (coupon: Coupon | undefined) => Decision,
  ): Promise<CouponOutcome> {
    return this.turns.take(stream, async () => {
      for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
        const coupon = await this.read(stream);
        const decided = decision(coupon);
        if ('refusal' in decided) return decided;
        if (decided.events.length === 0) return { coupon, changed: false };
        const events = decided.events.map((event) => encode(event, causation));
        const result = await this.store.append(stream, coupon?.revision ?? 'no-stream', events);
        if (result.kind === 'appended') return { coupon: await this.read(stream), changed: true };
      }
      return {
        refusal: refuseCoupon('too-much-contention', 'Many others use this coupon right now; try again.'),
      };
    });
  }

  /** The coupon as its stream has it now; only what this process has not seen yet is read. */
  private async read(stream: string): Promise<Coupon | undefined> {
    let coupon = this.kept.get(stream);
    const from = coupon === undefined ? 0 : coupon.revision + 1;
    for await (const recorded of this.store.readStream(stream, { from })) {
      const event = decode(recorded);
      if (coupon === undefined) {
        if (event.type !== 'CouponIssued') throw new Error(`${stream} begins with ${event.type}.`);
        coupon = new Coupon(event.data, event.at);
      } else if (recorded.revision === coupon.revision + 1) {
        // Another reading may have been faster.
        coupon.apply(event);
        coupon.revision = recorded.revision;
      }
    }
    if (coupon !== undefined) this.kept.set(stream, coupon);
    return coupon;
  }
}
