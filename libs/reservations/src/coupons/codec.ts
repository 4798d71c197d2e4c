import { type KnownEvents, resourceCodec } from '../resource-codec.js';
import { type CouponEvent } from './events.js';

/** What events of each version look like stands in `events/<type>.v<n>.json`. */
export const couponEvents: KnownEvents<CouponEvent> = {
  CouponIssued: [],
  CouponRedeemed: [],
  CouponReleased: [],
  CouponWithdrawn: [],
};

export const { encode, decode } = resourceCodec<CouponEvent>(couponEvents);
