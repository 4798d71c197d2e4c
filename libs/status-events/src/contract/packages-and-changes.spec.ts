import { describe, expect, it } from '@jest/globals';
import { published } from '../testing/published.js';

const shirts = [{ lineId: 'shirt', quantity: 2 }];
const mug = [{ lineId: 'mug', quantity: 1 }];
const euros = { currency: 'EUR', method: 'card' };

describe('toStatusEvent of packages and changes', () => {
  it('tells of vouchers with all that their buyer needs, and nobody else can use', () => {
    const voucher = {
      code: expect.stringMatching(/^V-\w{12}$/),
      currency: 'EUR',
      validUntil: '2026-04-05T10:00:00.000Z',
    };
    const status = 'Confirmed';
    expect(published('madeUpForByVouchers').filter(([name]) => name === 'voucher-issued')).toEqual([
      ['voucher-issued', status, { ...voucher, amount: 500, paidBy: 'seller', reason: 'delay' }],
      ['voucher-issued', status, { ...voucher, amount: 100, paidBy: 'platform', reason: 'goodwill' }],
    ]);
  });

  it('tells of scans, delays and estimates, without what people wrote', () => {
    const packageId = 'box-1';
    const parcel = {
      ...{ method: 'self', carrier: 'jne', trackingNumber: 'JNE1' },
      estimatedDelivery: '2026-01-13',
    };
    const moved = { newEstimate: '2026-01-20', previousEstimate: '2026-01-13' };
    expect(published('arrangedScannedAndLate').slice(4, 11)).toEqual([
      [
        'delayed',
        'ShipmentArranged',
        {
          newEstimate: '2026-01-13',
          previousEstimate: '2026-01-10',
          cause: 'other',
          fault: 'nobody',
          currency: 'EUR',
        },
      ],
      ['shipped', 'InTransit', { package: { packageId, ...parcel, units: [...shirts, ...mug] } }],
      [
        'package-scanned',
        'InTransit',
        {
          packageId,
          scan: { code: 'arrived', place: 'Cimahi depot', scannedAt: '2026-01-05T15:00:00.000Z' },
        },
      ],
      [
        'package-scanned',
        'InTransit',
        { packageId, scan: { code: 'COLLECTED', scannedAt: '2026-01-05T13:00:00.000Z' } },
      ],
      [
        'delayed',
        'InTransit',
        {
          packageId,
          ...moved,
          cause: 'weather',
          fault: 'nobody',
          offer: { kind: 'voucher', amount: 500 },
          currency: 'EUR',
        },
      ],
      [
        'delayed',
        'InTransit',
        {
          packageId,
          newEstimate: '2026-01-21',
          previousEstimate: '2026-01-20',
          cause: 'customs',
          fault: 'nobody',
          offer: { kind: 'faster-shipping' },
          currency: 'EUR',
        },
      ],
      [
        'estimate-changed',
        'InTransit',
        { packageId, newEstimate: '2026-01-15', previousEstimate: '2026-01-21' },
      ],
    ]);
  });

  it('tells of goods that need no shipping, and of units that leave a package', () => {
    const shirt = [{ lineId: 'shirt', quantity: 1 }];
    expect(published('unpackedAndProvided').slice(3, 8)).toEqual([
      ['goods-provided', 'Confirmed', { units: [{ lineId: 'ebook', quantity: 1 }] }],
      ['package-arranged', 'ShipmentArranged', expect.anything()],
      ['package-arranged', 'ShipmentArranged', expect.anything()],
      ['lines-cancelled', 'ShipmentArranged', expect.anything()],
      ['package-unpacked', 'ShipmentArranged', { package: { packageId: 'box-2', units: shirt } }],
    ]);
  });

  it('tells of changes and what they cost, and of an address only that it changed', () => {
    const lines = (before: object, after: object, priceDifference: number, fees: number) => ({
      before: [{ lineId: 'shirt', title: 'Shirt', ...before }],
      after: [{ lineId: 'shirt', title: 'Shirt', ...after }],
      priceDifference,
      currency: 'EUR',
      discounts: 1000,
      fees,
    });
    const [two, three] = [{ quantity: 2 }, { quantity: 3 }];
    const more = lines(two, three, 4044, 144);
    const fewer = lines(three, { variant: 'XL', quantity: 2 }, -4044, 100);
    const vain = lines({ variant: 'XL', quantity: 2 }, { variant: 'XL', quantity: 3 }, 4044, 144);
    const seller = { awaits: 'seller' };
    expect(published('changesAskedFor').filter(([type]) => /change|withdrawn/.test(String(type)))).toEqual([
      ['address-change-applied', 'AwaitingPayment', { changeId: 'at-once' }],
      ['address-change-requested', 'Confirmed', { changeId: 'move' }],
      ['address-change-rejected', 'Confirmed', { changeId: 'move', reason: 'declined' }],
      ['address-change-requested', 'Confirmed', { changeId: 'move-2' }],
      ['address-change-withdrawn', 'Confirmed', { changeId: 'move-2' }],
      ['lines-change-requested', 'Confirmed', { changeId: 'more', ...more, ...seller }],
      ['lines-change-approved', 'Confirmed', { changeId: 'more', priceDifference: 4044, currency: 'EUR' }],
      ['lines-change-applied', 'Confirmed', { changeId: 'more', ...more }],
      ['lines-change-requested', 'Confirmed', { changeId: 'fewer', ...fewer, ...seller }],
      ['lines-change-applied', 'Confirmed', { changeId: 'fewer', ...fewer }],
      ['lines-change-requested', 'Confirmed', { changeId: 'vain', ...vain, ...seller }],
      ['lines-change-rejected', 'Confirmed', { changeId: 'vain', reason: 'declined' }],
      ['lines-change-requested', 'Confirmed', { changeId: 'taken-back', ...vain, ...seller }],
      ['lines-change-withdrawn', 'Confirmed', { changeId: 'taken-back' }],
      ['cancellation-withdrawn', 'Confirmed', { cancellationId: 'ask' }],
    ]);
    expect(published('paysForAChangeAndCancels').slice(2)).toEqual([
      ['lines-change-requested', 'AwaitingConfirmation', { changeId: 'more', ...more, awaits: 'payment' }],
      ['payment-captured', 'AwaitingConfirmation', { ...euros, amount: 100, outstanding: 3944 }],
      ['lines-cancelled', 'Cancelled', expect.anything()],
      ['lines-change-rejected', 'Cancelled', { changeId: 'more', reason: 'cancelled' }],
      ['refund-initiated', 'Cancelled', expect.objectContaining({ amount: 9700, reason: 'cancelled' })],
    ]);
  });
});
