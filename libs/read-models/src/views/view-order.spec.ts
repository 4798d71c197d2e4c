import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, type OrderEvent } from '@app/ordering';
import { create, createCommand, given, modifyLines, newAddress, pay, time } from '@app/ordering/testing';
import { anyHistory, histories } from '@app/status-events/testing';
import { entriesOf, viewOf } from '../testing/entries.js';
import { type OrderView } from './order-view.js';
import { viewAfter } from './view-order.js';

const view = (events: readonly OrderEvent[]): OrderView => viewOf(entriesOf(events)).view;

describe('viewAfter', () => {
  it('shows what was ordered, from whom, and what it costs', () => {
    expect(view(histories.shippedInTwoPackages)).toMatchObject({
      sellerName: 'Batik House',
      source: 'live',
      promisedDelivery: '2026-01-12',
      order: { shippingAddress: createCommand.shippingAddress },
      lines: createCommand.lines,
      receipt: {
        currency: 'EUR',
        goods: 10_000,
        discounts: [{ code: 'WELCOME', label: 'Welcome', amount: 1000 }],
        shippingFee: 500,
        fees: [{ code: 'insurance', label: 'Insured shipping', amount: 100 }],
        total: 9600,
        captured: 9600,
        refunded: 0,
      },
      payments: [
        { paymentId: 'pay-1', method: 'card', amount: 9000 },
        { paymentId: 'pay-2', method: 'card', amount: 600 },
      ],
    });
  });

  it('shows each package on its way', () => {
    const { packages } = view(histories.shippedInTwoPackages);
    expect(packages).toEqual([
      {
        packageId: 'box-1',
        units: [{ lineId: 'shirt', quantity: 2 }],
        method: 'self',
        carrier: 'jne',
        trackingNumber: 'JNE1',
        estimatedDelivery: '2026-01-10',
        checklistDone: false,
        scans: [],
        arrangedAt: expect.any(String),
        shippedAt: expect.any(String),
        deliveredAt: expect.any(String),
      },
      expect.objectContaining({ packageId: 'box-2', units: [{ lineId: 'mug', quantity: 1 }] }),
    ]);
  });

  it('shows what the carrier told, and every change of the estimate with its reasons', () => {
    const { packages, estimates } = view(histories.arrangedScannedAndLate);
    expect(packages).toMatchObject([
      {
        packageId: 'box-1',
        estimatedDelivery: '2026-01-15',
        shipFrom: createCommand.shippingAddress,
        checklistDone: true,
        scans: [
          { code: 'COLLECTED', scannedAt: time(4) },
          { code: 'arrived', place: 'Cimahi depot', scannedAt: time(6), description: expect.any(String) },
        ],
      },
    ]);
    const by = 'service';
    expect(estimates).toMatchObject([
      { newEstimate: '2026-01-13', previousEstimate: '2026-01-10', by, delay: { cause: 'other' } },
      {
        packageId: 'box-1',
        newEstimate: '2026-01-20',
        delay: {
          cause: 'weather',
          explanation: expect.any(String),
          offer: { kind: 'voucher', amount: 500, code: 'SORRY-5' },
        },
      },
      { newEstimate: '2026-01-21', delay: { offer: { kind: 'faster-shipping' } } },
      { newEstimate: '2026-01-15', previousEstimate: '2026-01-21' },
    ]);
    expect(estimates[3]).not.toHaveProperty('delay');
  });

  it('shows a package without the units that were cancelled, and none that has none', () => {
    const { packages, order } = view(histories.unpackedAndProvided);
    expect(packages.map(({ packageId, units }) => [packageId, units])).toEqual([
      ['box-1', [{ lineId: 'shirt', quantity: 1 }]],
    ]);
    expect(order.lines).toMatchObject([{ delivered: 1 }, { delivered: 1 }]);
  });

  it('follows each change to its end, and shows the order as it is since', () => {
    const { changes, lines, order, receipt, cancellations } = view(histories.changesAskedFor);
    const end = expect.any(String);
    expect(changes.map(({ changeId, kind, state }) => [changeId, kind, state])).toEqual([
      ['at-once', 'address', 'applied'],
      ['move', 'address', 'rejected'],
      ['move-2', 'address', 'withdrawn'],
      ['more', 'lines', 'applied'],
      ['fewer', 'lines', 'applied'],
      ['vain', 'lines', 'rejected'],
      ['taken-back', 'lines', 'withdrawn'],
    ]);
    expect(changes[0]).toMatchObject({
      address: { before: createCommand.shippingAddress, after: newAddress },
      closedAt: end,
    });
    expect(changes[1]).toMatchObject({ rejected: 'declined', answer: expect.any(String), closedAt: end });
    expect(changes[4]).toMatchObject({
      lines: { before: [{ quantity: 3 }], after: [{ quantity: 2, variant: 'XL' }] },
      priceDifference: -4044,
    });
    expect(order.shippingAddress).toEqual(newAddress);
    expect(lines[0]).toMatchObject({ quantity: 2, variant: 'XL' });
    expect(receipt).toMatchObject({ total: 9600, captured: 13_644, refunded: 4044, outstanding: 0 });
    expect(cancellations).toMatchObject([{ cancellationId: 'ask', state: 'withdrawn' }]);
  });

  it('shows what a change waits for, and takes the receipt on with it', () => {
    const { events } = given(create(), pay(), modifyLines());
    expect(view(events)).toMatchObject({
      changes: [{ changeId: 'more', state: 'awaiting-payment', priceDifference: 4044 }],
      receipt: { total: 9600, outstanding: 4044 },
    });
    const paid = given(create(), pay(), modifyLines(), pay({ paymentId: 'p-2', amount: 4044 }));
    expect(view(paid.events)).toMatchObject({
      changes: [{ changeId: 'more', state: 'applied' }],
      receipt: { goods: 14_000, total: 13_644, captured: 13_644, outstanding: 0 },
    });
  });

  it('shows the newest of a return’s scans by the carrier’s clock, whenever they are told of', () => {
    const { returnedAndClaimed: history } = histories;
    const end = history.findIndex(({ type }) => type === 'ReturnScanned');
    const scan = history[end] as Extract<OrderEvent, { type: 'ReturnScanned' }>;
    const late = [...Array(150).keys()].reverse().map((hour) => {
      return { ...scan, data: { ...scan.data, scannedAt: time(100 + hour) } };
    });
    const { scans } = view([...history.slice(0, end), ...late]).returns[0]!;
    expect(scans.map(({ scannedAt }) => scannedAt)).toEqual(
      [...Array(100).keys()].map((hour) => time(150 + hour)),
    );
  });

  it('shows each case with its state, what was said to it, and what goes back by when', () => {
    const { returns, claims, refunds } = view(histories.returnedAndClaimed);
    expect(returns).toMatchObject([
      {
        returnId: 'back',
        state: 'refunded',
        offered: 1000,
        answer: expect.any(String),
        carrier: 'jne',
        trackingNumber: 'JNE9',
        scans: [{ code: 'IN', place: 'Elm Street' }],
      },
      { returnId: 'kept', state: 'partly-refunded', scans: [] },
    ]);
    expect(claims).toMatchObject([
      {
        claimId: 'claim',
        kind: 'not-received',
        packageId: 'box-2',
        state: 'resolved',
        resolvedFor: 'buyer',
        answer: expect.any(String),
        decision: expect.any(String),
      },
    ]);
    const expectedBy = '2026-01-08';
    expect(refunds).toMatchObject([
      { refundId: 'return.back', state: 'initiated', amount: 3840, method: 'wallet', expectedBy },
      { refundId: 'return.kept', returnId: 'kept', reason: 'partial-refund', failures: 0 },
      { refundId: 'claim.claim', claimId: 'claim' },
      { refundId: 'gift', state: 'settled', failures: 3, cause: 'provider-error', note: expect.any(String) },
    ]);
  });

  it('follows a cancellation from the request to its answer, or shows it done at once', () => {
    const { cancellations, refunds, receipt } = view(histories.cancellationsAskedFor);
    expect(cancellations).toMatchObject([
      { cancellationId: 'ask-1', state: 'rejected', note: expect.any(String), answer: expect.any(String) },
      { cancellationId: 'ask-2', state: 'cancelled', answeredAt: expect.any(String) },
      { cancellationId: 'sold-out', state: 'cancelled', reason: 'out-of-stock' },
    ]);
    expect(refunds.map(({ amount }) => amount).reduce((a, b) => a + b)).toBe(receipt.refunded);
    expect(receipt.refunded).toBe(9600);
  });

  it('names the timer as the cause of what the timer did', () => {
    expect(view(histories.neverPaidInTime).cancellations).toMatchObject([{ by: 'timer', reason: 'unpaid' }]);
  });

  it('shows a return that was asked for', () => {
    expect(view(histories.shippedInTwoPackages).returns).toMatchObject([
      { state: 'requested', reason: 'damaged', evidence: ['https://pictures.example/1'] },
    ]);
  });

  it('refuses an entry that is not the next one', () => {
    const entries = entriesOf(histories.neverPaidInTime);
    const first = viewAfter(undefined, entries[0]!);
    expect(() => viewAfter(first, entries[0]!)).toThrow('revision 1 was to come next, not 0');
    expect(() => viewAfter(first, entries[2]!)).toThrow('revision 1 was to come next, not 2');
    expect(() => viewAfter(undefined, entries[1]!)).toThrow('revision 0 was to come next, not 1');
  });

  it('refuses an event that it does not know', () => {
    const [placed] = entriesOf(histories.neverPaidInTime);
    const unknown = {
      ...placed!,
      revision: 1,
      event: { type: 'OrderPainted', at: placed!.event.at, data: {} },
    };
    expect(() => viewAfter(viewAfter(undefined, placed!), unknown as never)).toThrow();
  });

  it('holds the order as the domain folds it, and survives being stored as JSON between any two events', () => {
    fc.assert(
      fc.property(anyHistory('o-1'), (events) => {
        let stored: OrderView | undefined;
        for (const entry of entriesOf(events)) {
          stored = JSON.parse(JSON.stringify(viewAfter(stored, entry))) as OrderView;
        }
        expect(stored?.order).toEqual(JSON.parse(JSON.stringify(fold(events))));
        expect(stored).toEqual(JSON.parse(JSON.stringify(view(events))));
        expect(stored?.packages).toHaveLength(stored!.order.packages.length);
        const open = stored!.cancellations.filter(({ state }) => state === 'requested');
        expect(open).toHaveLength(stored!.order.openCancellations.length);
      }),
      { numRuns: 200 },
    );
  });
});
