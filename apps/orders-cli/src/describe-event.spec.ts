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

  it('tells of scans and estimates, and nothing of what people wrote', () => {
    const scan = { packageId: 'box-1', code: 'arrived', scannedAt: at, description: 'At Secret Street' };
    expect(describeEvent({ type: 'PackageScanned', at, data: { ...scan, place: 'Depot 7' } })).toBe(
      `package box-1 scanned: arrived at Depot 7, by the carrier's clock ${at}`,
    );
    const change = { newEstimate: '2018-05-20', previousEstimate: '2018-05-10' };
    expect(
      describeEvent({
        type: 'DeliveryDelayed',
        at,
        data: { ...change, cause: 'weather', explanation: 'Secret', offer: { kind: 'voucher', amount: 5 } },
      }),
    ).toBe('delivery expected by 2018-05-20, before by 2018-05-10, late for weather, offered voucher');
    expect(
      describeEvent({
        type: 'DeliveryEstimateChanged',
        at,
        data: { packageId: 'b', newEstimate: '2018-05-20' },
      }),
    ).toBe('package b expected by 2018-05-20');
  });

  it('tells what was changed and what it costs, and of an address only that it changed', () => {
    const event: OrderEvent = {
      type: 'LinesChangeRequested',
      at,
      data: {
        changeId: 'c-1',
        before: [{ lineId: '1', quantity: 2 }],
        after: [{ lineId: '1', variant: 'XL', quantity: 3 }],
        priceDifference: 1999,
        currency: 'EUR',
        awaits: 'payment',
      },
    };
    expect(describeEvent(event)).toBe(
      'change c-1 from 2 of line 1 to 3 XL of line 1 (+€19.99) requested, waits for payment',
    );
    const address = { recipient: 'Ana', street: 'Secret Street 1', city: 'Hiddenville', country: 'DE' };
    const moved = { changeId: 'c-2', before: address, after: address };
    expect(describeEvent({ type: 'AddressChangeApplied', at, data: moved })).toBe(
      'change c-2 of the address made',
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
