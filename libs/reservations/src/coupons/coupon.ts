import { type CouponTerms } from '@app/ordering';
import { type CouponEvent } from './events.js';

/** The coupon after one more event: the same one, grown. */
export function evolveCoupon(coupon: Coupon | undefined, event: CouponEvent): Coupon {
  if (coupon === undefined) {
    if (event.type !== 'CouponIssued') throw new Error(`A coupon begins with ${event.type}.`);
    return new Coupon(event.data, event.at);
  }
  coupon.apply(event);
  return coupon;
}

/** A coupon as its events have made it. It grows with them in place: a popular one has many thousands. */
export class Coupon {
  /** The orders that use it, with their buyers. */
  private readonly buyers = new Map<string, string>();
  private readonly perBuyer = new Map<string, number>();
  withdrawnAt?: string;

  constructor(
    readonly terms: CouponTerms,
    readonly issuedAt: string,
  ) {}

  get redeemed(): number {
    return this.buyers.size;
  }

  redeemedBy = (buyerId: string): number => this.perBuyer.get(buyerId) ?? 0;
  isRedeemedFor = (orderId: string): boolean => this.buyers.has(orderId);

  /** Facts are never refused. */
  apply(event: CouponEvent): void {
    switch (event.type) {
      case 'CouponIssued':
        break;
      case 'CouponRedeemed':
        this.buyers.set(event.data.orderId, event.data.buyerId);
        this.count(event.data.buyerId, 1);
        break;
      case 'CouponReleased': {
        const buyerId = this.buyers.get(event.data.orderId);
        if (buyerId === undefined) break;
        this.buyers.delete(event.data.orderId);
        this.count(buyerId, -1);
        break;
      }
      case 'CouponWithdrawn':
        this.withdrawnAt = event.at;
        break;
      default:
        event satisfies never;
    }
  }

  private count(buyerId: string, change: number): void {
    const now = this.redeemedBy(buyerId) + change;
    if (now === 0) this.perBuyer.delete(buyerId);
    else this.perBuyer.set(buyerId, now);
  }
}
