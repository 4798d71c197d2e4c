import { describe, expect, it } from '@jest/globals';
import { createCommand } from '@app/ordering/testing';
import { histories } from '../testing/histories.js';
import { statusEventsOf } from '../testing/status-events-of.js';
import { statusEventTypes } from './status-event-types.js';

/** Each event as its type's own name, the status that it leads to, and what it says of the change. */
const published = (history: keyof typeof histories) =>
  statusEventsOf(histories[history]).map(({ type, data }) => [
    type.split('.')[2],
    data.after.status,
    JSON.parse(JSON.stringify(data.change)),
  ]);

const shirts = [{ lineId: 'shirt', quantity: 2 }];
const mug = [{ lineId: 'mug', quantity: 1 }];
const euros = { currency: 'EUR', method: 'card' };
const byCard = { ...euros, expectedBy: '2026-01-23' };
const placed = {
  goods: 10000,
  discounts: 1000,
  charges: 600,
  total: 9600,
  currency: 'EUR',
  units: [...shirts, ...mug],
};

/** A refund all of which goes back to the only payment. */
const toOnePayment = <Refund extends { method: string; amount: number; expectedBy: string }>(
  refund: Refund,
) => {
  const { method, amount, expectedBy } = refund;
  return { ...refund, shares: [{ paymentId: 'pay-1', method, amount, expectedBy }] };
};

describe('toStatusEvent', () => {
  it('tells of an order from its placing to its return', () => {
    const first = { packageId: 'box-1', units: shirts };
    const second = { packageId: 'box-2', units: mug };
    const parcel = { method: 'self', carrier: 'jne' };
    expect(published('shippedInTwoPackages')).toEqual([
      ['placed', 'AwaitingPayment', { ...placed, promisedDelivery: '2026-01-12' }],
      [
        'payment-captured',
        'AwaitingPayment',
        { amount: 9000, currency: 'EUR', method: 'card', outstanding: 600 },
      ],
      ['payment-captured', 'OnHold', { amount: 600, currency: 'EUR', method: 'card', outstanding: 0 }],
      ['hold-released', 'AwaitingConfirmation', {}],
      ['confirmed', 'Confirmed', {}],
      [
        'package-arranged',
        'ShipmentArranged',
        { package: { ...first, ...parcel, trackingNumber: 'JNE1', estimatedDelivery: '2026-01-10' } },
      ],
      [
        'shipped',
        'PartiallyShipped',
        { package: { ...first, ...parcel, trackingNumber: 'JNE1', estimatedDelivery: '2026-01-10' } },
      ],
      [
        'package-arranged',
        'PartiallyShipped',
        { package: { ...second, ...parcel, trackingNumber: 'JNE2', estimatedDelivery: '2026-01-12' } },
      ],
      [
        'shipped',
        'InTransit',
        { package: { ...second, ...parcel, trackingNumber: 'JNE2', estimatedDelivery: '2026-01-12' } },
      ],
      ['package-delivered', 'InTransit', { package: first }],
      ['package-delivered', 'Delivered', { package: second }],
      ['delivered', 'Delivered', {}],
      ['completed', 'Completed', {}],
      ['review-requested', 'Completed', {}],
      [
        'return-requested',
        'Completed',
        {
          returnId: 'back',
          units: [{ lineId: 'shirt', quantity: 1 }],
          reason: 'damaged',
          fault: 'seller',
          wayBackPaidBy: 'seller',
        },
      ],
    ]);
  });

  it('tells who wrote and how a review turned out, and nothing of the words', () => {
    expect(published('talkedAbout').slice(1, 4)).toEqual([
      ['message-posted', 'AwaitingPayment', { messageId: 'm-1', from: 'buyer' }],
      ['message-posted', 'AwaitingPayment', { messageId: 'm-2', from: 'seller' }],
      ['message-posted', 'AwaitingPayment', { messageId: 'm-3', from: 'platform' }],
    ]);
    expect(published('talkedAbout').at(-1)).toEqual(['review-submitted', 'Completed', { score: 5 }]);
  });

  it('names the timer that did something', () => {
    expect(published('completedByTimer')).toContainEqual([
      'completed',
      'Completed',
      { timer: 'auto-complete' },
    ]);
    expect(published('neverPaidInTime')).toEqual([
      ['placed', 'AwaitingPayment', placed],
      [
        'lines-cancelled',
        'Cancelled',
        {
          cancellationId: 'cmd-unpaid-expiry',
          units: placed.units,
          reason: 'unpaid',
          fault: 'buyer',
          timer: 'unpaid-expiry',
        },
      ],
      ['payment-captured', 'Cancelled', { ...euros, amount: 9600, outstanding: 0 }],
      [
        'refund-initiated',
        'Cancelled',
        toOnePayment({
          ...{ refundId: 'cmd', amount: 9600, ...euros },
          ...{ reason: 'paid-after-cancellation', expectedBy: '2026-01-27' },
        }),
      ],
    ]);
  });

  it('tells of cancellations and the money that goes back', () => {
    const requested = { units: shirts, reason: 'changed-mind', fault: 'buyer' };
    expect(published('cancellationsAskedFor').slice(3)).toEqual([
      ['cancellation-requested', 'Confirmed', { cancellationId: 'ask-1', ...requested }],
      ['cancellation-rejected', 'Confirmed', { cancellationId: 'ask-1' }],
      ['cancellation-requested', 'Confirmed', { cancellationId: 'ask-2', ...requested }],
      ['cancellation-approved', 'Confirmed', { cancellationId: 'ask-2' }],
      ['lines-cancelled', 'Confirmed', { cancellationId: 'ask-2', ...requested }],
      [
        'refund-initiated',
        'Confirmed',
        toOnePayment({ refundId: 'cmd', amount: 7200, ...byCard, reason: 'cancelled' }),
      ],
      [
        'lines-cancelled',
        'Cancelled',
        { cancellationId: 'sold-out', units: mug, reason: 'out-of-stock', fault: 'seller' },
      ],
      [
        'refund-initiated',
        'Cancelled',
        toOnePayment({ refundId: 'sold-out', amount: 2400, ...byCard, reason: 'cancelled' }),
      ],
    ]);
  });

  it('names the timers of what nobody did', () =>
    expect(published('leftToTheTimers').filter(([, , change]) => 'timer' in change)).toEqual([
      ['confirmed', 'Confirmed', { timer: 'auto-confirm' }],
      ['cancellation-approved', 'Confirmed', { cancellationId: 'ask-1', timer: 'answer-cancellation' }],
      [
        'lines-cancelled',
        'Confirmed',
        {
          cancellationId: 'ask-1',
          units: mug,
          reason: 'changed-mind',
          fault: 'buyer',
          timer: 'answer-cancellation',
        },
      ],
      ['shipment-late', 'Confirmed', { timer: 'ship-by' }],
      [
        'lines-cancelled',
        'Cancelled',
        {
          cancellationId: 'cmd-late-cancel',
          units: shirts,
          reason: 'not-shipped',
          fault: 'seller',
          timer: 'late-cancel',
        },
      ],
    ]));

  it('tells of scans, delays and estimates, without what people wrote', () => {
    const packageId = 'box-1';
    const parcel = {
      ...{ method: 'self', carrier: 'jne', trackingNumber: 'JNE1' },
      estimatedDelivery: '2026-01-13',
    };
    const moved = { newEstimate: '2026-01-20', previousEstimate: '2026-01-13' };
    expect(published('arrangedScannedAndLate').slice(4, 12)).toEqual([
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
        'voucher-issued',
        'InTransit',
        {
          code: expect.stringMatching(/^V-/),
          amount: 500,
          currency: 'EUR',
          paidBy: 'seller',
          reason: 'delay',
          validUntil: '2026-04-05T10:00:00.000Z',
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

  it('tells of a return, a claim and their refunds, each in its own order', () => {
    const shirt = [{ lineId: 'shirt', quantity: 1 }];
    const gift = { refundId: 'gift', amount: 100, currency: 'EUR' };
    const wallet = { currency: 'EUR', method: 'wallet', expectedBy: '2026-01-08' };
    expect(published('returnedAndClaimed').slice(8)).toEqual([
      [
        'return-requested',
        'InTransit',
        { returnId: 'back', units: shirt, reason: 'damaged', fault: 'seller', wayBackPaidBy: 'seller' },
      ],
      ['partial-refund-offered', 'InTransit', { returnId: 'back', amount: 1000, currency: 'EUR' }],
      ['partial-refund-declined', 'InTransit', { returnId: 'back', wayBackPaidBy: 'seller' }],
      ['return-shipped', 'InTransit', { returnId: 'back', carrier: 'jne', trackingNumber: 'JNE9' }],
      [
        'return-scanned',
        'InTransit',
        { returnId: 'back', code: 'IN', scannedAt: '2026-01-05T11:00:00.000Z' },
      ],
      ['return-received', 'InTransit', { returnId: 'back' }],
      [
        'refund-initiated',
        'InTransit',
        toOnePayment({
          refundId: 'return.back',
          amount: 3840,
          reason: 'returned',
          returnId: 'back',
          ...wallet,
        }),
      ],
      [
        'return-closed',
        'InTransit',
        { returnId: 'back', outcome: 'refunded', amount: 3840, currency: 'EUR' },
      ],
      [
        'return-requested',
        'InTransit',
        { returnId: 'kept', units: shirt, reason: 'damaged', fault: 'seller', wayBackPaidBy: 'seller' },
      ],
      ['partial-refund-offered', 'InTransit', { returnId: 'kept', amount: 1000, currency: 'EUR' }],
      ['partial-refund-accepted', 'InTransit', { returnId: 'kept', amount: 1000, currency: 'EUR' }],
      [
        'refund-initiated',
        'InTransit',
        toOnePayment({
          refundId: 'return.kept',
          amount: 1000,
          reason: 'partial-refund',
          returnId: 'kept',
          ...wallet,
        }),
      ],
      [
        'claim-opened',
        'InTransit',
        { claimId: 'claim', kind: 'not-received', fault: 'carrier', units: mug, packageId: 'box-2' },
      ],
      ['claim-answered', 'InTransit', { claimId: 'claim', accepted: false }],
      ['claim-escalated', 'InTransit', { claimId: 'claim' }],
      [
        'claim-resolved',
        'Delivered',
        { claimId: 'claim', resolvedFor: 'buyer', amount: 1920, currency: 'EUR' },
      ],
      [
        'refund-initiated',
        'Delivered',
        toOnePayment({ refundId: 'claim.claim', amount: 1920, reason: 'claim', claimId: 'claim', ...wallet }),
      ],
      ['delivered', 'Delivered', { lost: mug }],
      ['refund-initiated', 'Delivered', toOnePayment({ ...gift, reason: 'goodwill', ...wallet })],
      ['refund-failed', 'Delivered', { ...gift, failure: 'provider-error' }],
      ['refund-retried', 'Delivered', { ...gift, expectedBy: '2026-01-08' }],
      ['refund-failed', 'Delivered', { ...gift, failure: 'provider-error' }],
      ['refund-retried', 'Delivered', { ...gift, expectedBy: '2026-01-08' }],
      ['refund-failed', 'Delivered', { ...gift, failure: 'provider-error' }],
      ['refund-handed-over', 'Delivered', gift],
      ['refund-settled', 'Delivered', gift],
    ]);
  });

  it('tells what becomes of each share of a refund, and of no account', () => {
    const card = { refundId: 'all', amount: 5600, currency: 'EUR' };
    const voucher = { refundId: 'all', share: 2, amount: 4000, currency: 'EUR' };
    const failed = { ...voucher, failure: 'not-refundable' };
    const told = published('refundedInShares').slice(4);
    expect(told.map(([type, , change]) => [type, change]).slice(1)).toEqual([
      ['refund-initiated', expect.objectContaining({ refundId: 'all', amount: 9600, method: 'card' })],
      ['refund-settled', card],
      ['refund-failed', { ...card, failure: 'provider-error' }],
      ['refund-failed', failed],
      ['refund-account-asked', voucher],
      ['refund-account-named', { refundId: 'all', expectedBy: '2026-01-14' }],
      ['refund-failed', failed],
      ['refund-account-asked', voucher],
      ['refund-retried', { ...card, expectedBy: '2026-02-06', timer: 'refund-retry' }],
      ['refund-handed-over', { ...voucher, timer: 'refund-account' }],
      ['refund-settled', voucher],
    ]);
    expect(JSON.stringify(told)).not.toContain('1370012345678');
  });

  it('tells of a package that comes after all', () => {
    expect(published('lostAndDeliveredAfterAll').slice(-1)).toEqual([
      ['package-delivered', 'Delivered', { package: { packageId: 'box-2', units: mug }, wasLost: true }],
    ]);
  });

  it('is tried with every type of event', () => {
    const types = Object.values(histories).flatMap((history) =>
      statusEventsOf(history).map(({ type }) => type),
    );
    expect(new Set(types)).toEqual(new Set(Object.values(statusEventTypes)));
  });

  it('says where an event comes from, what caused it, and whose order it is', () => {
    const [first, second] = statusEventsOf(histories.neverPaidInTime, { imported: true });
    expect(first).toMatchObject({
      specversion: '1.0',
      source: '/orders/o-1',
      partitionkey: 'o-1',
      sequence: 1,
      time: histories.neverPaidInTime[0]!.at,
      correlationid: 'correlation-1',
      causationid: 'command-1',
      logposition: 1n,
      data: {
        orderId: 'o-1',
        checkoutId: 'c-1',
        buyerId: 'b-1',
        sellerId: 's-1',
        revision: 0,
        imported: true,
      },
    });
    expect(first!.data.before).toBeUndefined();
    expect(second).toMatchObject({ sequence: 2, data: { revision: 1, before: first!.data.after } });
  });

  it('names the shop, who did it, the goods that it is about, and what falls due by when', () => {
    const events = statusEventsOf(histories.shippedInTwoPackages);
    const facts = (sequence: number) => {
      const { sellerName, by, goods, deadlines } = events[sequence - 1]!.data;
      return { sellerName, by, goods, deadlines };
    };
    const shop = { sellerName: createCommand.sellerName, by: 'service' };
    expect(facts(1)).toEqual({
      ...shop,
      goods: [
        { lineId: 'shirt', quantity: 2, title: 'Shirt' },
        { lineId: 'mug', quantity: 1, title: 'Mug' },
      ],
      deadlines: [{ timer: 'unpaid-expiry', dueAt: expect.any(String) }],
    });
    expect(facts(8).goods).toEqual([{ lineId: 'mug', quantity: 1, title: 'Mug' }]);
    const completed = statusEventsOf(histories.completedByTimer).find(({ type }) =>
      type.includes('.completed.'),
    );
    expect(completed!.data.by).toBe('timer');
  });

  it('names a status as buyer and seller read it', () => {
    const labels = statusEventsOf(histories.shippedInTwoPackages).map(({ data }) => data.after);
    expect(labels[0]).toEqual({ status: 'AwaitingPayment', buyerLabel: 'To pay' });
    expect(labels[2]).toEqual({
      status: 'OnHold',
      buyerLabel: 'Waiting for delivery',
      sellerLabel: 'New order',
    });
  });
});
