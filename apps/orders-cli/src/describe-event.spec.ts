import { describe, expect, it } from '@jest/globals';
import { defaultPolicy, type OrderEvent } from '@app/ordering';
import { describeEvent } from './describe-event.js';

const at = '2018-05-01T10:00:00.000Z';

describe('describeEvent', () => {
  it('tells what was ordered and what it costs, and nothing of where the buyer lives', () => {
    const placed: OrderEvent = {
      type: 'OrderPlaced',
      at,
      data: {
        orderId: 'o-1',
        checkoutId: 'c-1',
        buyerId: 'b-1',
        sellerId: 's-1',
        sellerName: 'Lamps',
        currency: 'EUR',
        lines: [{ lineId: '1', productId: 'p-1', title: 'Lamp', quantity: 2, unitPrice: 123456 }],
        shippingFee: 500,
        fees: [{ code: 'platform', label: 'Platform fee', amount: 100 }],
        discounts: [{ code: 'spring', label: 'Spring', amount: 6912 }],
        total: 240600,
        shippingAddress: { recipient: 'Ana', street: 'Secret Street 1', city: 'Hiddenville', country: 'DE' },
        source: 'shop',
        policy: defaultPolicy,
      },
    };
    expect(describeEvent(placed)).toBe(
      'placed: 2 × Lamp at €1,234.56; shipping €5.00, platform €1.00, spring −€69.12; total €2,406.00',
    );
  });

  it('tells by which timer and when something happened by itself', () => {
    const dueAt = '2018-05-12T00:00:00.000Z';
    expect(describeEvent({ type: 'OrderCompleted', at, data: {} })).toBe('completed');
    expect(describeEvent({ type: 'OrderCompleted', at, data: { timer: 'auto-complete', dueAt } })).toBe(
      `completed by itself, due ${dueAt}`,
    );
  });
});
