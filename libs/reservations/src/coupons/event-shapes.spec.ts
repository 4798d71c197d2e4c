import { describeEventShapes } from '@app/event-store/testing';
import { couponEvents } from './codec.js';
import { type CouponEvent } from './events.js';

const at = '2026-01-05T09:00:00.000Z';

const examples: CouponEvent[] = [
  {
    type: 'CouponIssued',
    at,
    data: {
      sellerId: 'toko-batik',
      code: 'COMEBACK',
      label: 'For those who return',
      currency: 'IDR',
      benefit: { kind: 'percentage', basisPoints: 1000, atMost: 5_000_000 },
      validFrom: '2026-01-01',
      validUntil: '2026-02-01T00:00:00Z',
      limit: 500,
      limitPerBuyer: 1,
      completedOrders: 1,
    },
  },
  { type: 'CouponRedeemed', at, data: { orderId: 'o-1', buyerId: 'ayu' } },
  { type: 'CouponReleased', at, data: { orderId: 'o-1', reason: 'order-cancelled' } },
  { type: 'CouponWithdrawn', at, data: {} },
];

describeEventShapes({
  folder: 'libs/reservations/events/coupons',
  types: 'libs/reservations/src/coupons/events.ts',
  union: 'CouponEvent',
  examples,
  upcasters: couponEvents,
});
