import { describe, expect, it } from '@jest/globals';
import { histories } from '../testing/histories.js';
import { published } from '../testing/published.js';
import { statusEventsOf } from '../testing/status-events-of.js';
import { statusEventTypes } from './status-event-types.js';

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
    const shown = published('refundedInShares').slice(4);
    expect(shown.map(([type, , change]) => [type, change]).slice(1)).toEqual([
      ['refund-initiated', expect.objectContaining({ refundId: 'all', amount: 9600, method: 'card' })],
      ['refund-settled', card],
      ['refund-failed', { ...card, failure: 'provider-error' }],
      ['refund-failed', failed],
      ['refund-account-asked', voucher],
      ['refund-account-named', { refundId: 'all', expectedBy: '2026-01-14' }],
      ['refund-failed', failed],
      ['refund-account-asked', voucher],
      ['refund-retried', { ...card, expectedBy: '2026-01-29', timer: 'refund-retry' }],
      ['refund-handed-over', { ...voucher, timer: 'refund-account' }],
      ['refund-settled', voucher],
    ]);
    expect(JSON.stringify(shown)).not.toContain('1370012345678');
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
});
