import { describeEventShapes } from '@app/event-store/testing';
import { quoteEvents } from './codec.js';
import { type QuoteEvent } from './events.js';

const at = '2026-01-05T09:00:00.000Z';

const examples: QuoteEvent[] = [
  {
    type: 'QuoteMade',
    at,
    data: {
      buyerId: 'ayu',
      by: { role: 'buyer', id: 'ayu' },
      parts: [
        {
          sellerId: 'toko-batik',
          sellerName: 'Toko Batik',
          currency: 'IDR',
          lines: [
            {
              lineId: 'line-1',
              productId: 'batik-shirt',
              title: 'Batik shirt',
              variant: 'L / indigo',
              quantity: 2,
              unitPrice: 18_900_000,
              needsShipping: true,
              returnable: false,
            },
          ],
          shippingFee: 1_800_000,
          fees: [{ code: 'platform-fee', label: 'Platform fee', amount: 680_400 }],
          discounts: [{ code: 'COMEBACK', label: 'For those who return', amount: 3_780_000 }],
          couponCodes: ['COMEBACK'],
          total: 36_500_400,
          policyVersion: 'toko-batik/3',
        },
      ],
      validUntil: '2026-01-05T09:30:00.000Z',
      asked: 'a digest',
    },
  },
  { type: 'QuoteUsed', at, data: { sellerId: 'toko-batik', orderId: 'o-1' } },
  { type: 'QuoteReleased', at, data: { sellerId: 'toko-batik', orderId: 'o-1' } },
  {
    type: 'CheckoutPaid',
    at,
    data: {
      provider: 'acme',
      paymentId: 'pay-1',
      captureId: 'cap-1',
      method: 'wallet',
      amount: 20_001,
      currency: 'IDR',
      shares: [
        { orderId: 'o-1', amount: 10_001 },
        { orderId: 'o-2', amount: 10_000 },
      ],
    },
  },
];

describeEventShapes({
  folder: 'libs/quotes/events/quotes',
  types: 'libs/quotes/src/quotes/events.ts',
  union: 'QuoteEvent',
  examples,
  upcasters: quoteEvents,
});
