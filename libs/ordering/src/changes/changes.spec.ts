import { describe, expect, it, test } from '@jest/globals';
import { due, outstanding } from '../amounts.js';
import { statusOf } from '../status.js';
import {
  answer,
  answerChange,
  anyUnpaidUnits,
  arrange,
  as,
  cancel,
  changeAddress,
  create,
  createCommand,
  given,
  modifyLines,
  newAddress,
  pay,
  ship,
  time,
  under,
  withdrawChange,
  withEbook,
} from '../testing/scenario.js';
import { payable } from './changed-lines.js';

const confirm = { type: 'confirm' } as const;
const byBuyer = as('buyer');
const shirt = (quantity: number) => [{ lineId: 'shirt', quantity }];
const mug = [{ lineId: 'mug', quantity: 1 }];
const difference = (amount: number) => pay({ paymentId: 'pay-2', amount });

const twoEbooks = {
  lines: withEbook.lines!.map((line) => (line.lineId === 'ebook' ? { ...line, quantity: 2 } : line)),
  total: 11_600,
};

const unpaid = [create()] as const;
const onHold = [[create(), under({ holdMinutes: 600 })], pay()] as const;
const paid = [create(), pay()] as const;
const confirmed = [...paid, confirm] as const;

describe('change-address', () => {
  test.each([
    ['AwaitingPayment', unpaid],
    ['OnHold', onHold],
    ['AwaitingConfirmation', paid],
  ] as const)('is done at once while %s', (status, history) => {
    const order = given(...history)
      .when(changeAddress(), byBuyer)
      .then('AddressChangeApplied');
    expect([statusOf(order), order.shippingAddress, order.openChanges]).toEqual([status, newAddress, []]);
    expect(order.newEvents[0]!.data).toEqual({
      changeId: 'move',
      before: createCommand.shippingAddress,
      after: newAddress,
    });
  });

  it('is for the seller to decide once the order is confirmed', () => {
    const asked = given(...confirmed, changeAddress());
    expect(asked.order!.shippingAddress).toEqual(createCommand.shippingAddress);
    const approved = asked
      .when(answerChange({ changeId: 'move' }), as('seller'))
      .then('AddressChangeApplied');
    expect([approved.shippingAddress, approved.openChanges]).toEqual([newAddress, []]);
    const declined = asked
      .when(answerChange({ changeId: 'move', approve: false, note: 'Packed.' }), as('seller'))
      .then('AddressChangeRejected');
    expect(declined.shippingAddress).toEqual(createCommand.shippingAddress);
    expect(declined.newEvents[0]!.data).toEqual({ changeId: 'move', reason: 'declined', note: 'Packed.' });
  });

  test.each([
    ['street', { ...newAddress, street: ' ' }],
    ['country', { ...newAddress, country: 'Indonesia' }],
  ])('is held against the rules of the checkout: %s', (field, shippingAddress) =>
    given(...paid)
      .when(changeAddress({ shippingAddress }))
      .thenRefused('bad-address', `/shippingAddress/${field}`),
  );

  it('has to change something', () =>
    given(...paid)
      .when(changeAddress({ shippingAddress: createCommand.shippingAddress }))
      .thenRefused('nothing-changes'));

  it('comes too late when a package is arranged', () => {
    given(...confirmed, arrange())
      .when(changeAddress())
      .thenRefused('package-already-arranged');
    given(...confirmed, ship())
      .when(changeAddress())
      .thenRefused('order-already-shipped');
  });
});

describe('a change of address that changes the shipping fee', () => {
  const cheaper = changeAddress({ shippingFee: 200 });
  const dearer = changeAddress({ shippingFee: 800 });

  it('says so, and gives back what is less', () => {
    const order = given(...paid)
      .when(cheaper)
      .then('AddressChangeApplied', 'RefundInitiated');
    expect(order.newEvents.map(({ data }) => data)).toMatchObject([
      { shippingFee: 200, priceDifference: -300, currency: 'EUR' },
      { amount: 300, reason: 'changed' },
    ]);
    expect([order.shippingFee, order.charges, due(order)]).toEqual([200, 300, 9300]);
  });

  it('is paid with the rest where nothing is paid yet, and in cash; a paid order stays paid', () => {
    expect(outstanding(given(...unpaid, dearer).order!)).toBe(9900);
    const cash = given(create({ paymentMethod: 'cash-on-delivery' }), confirm, dearer);
    expect(outstanding(cash.order!)).toBe(9600);
    const agreed = cash.when(answerChange({ changeId: 'move' }), as('seller')).then('AddressChangeApplied');
    expect([outstanding(agreed), agreed.newEvents[0]!.data]).toMatchObject([9900, { priceDifference: 300 }]);
    given(...paid)
      .when(dearer)
      .thenRefused('shipping-costs-more', '/shippingFee');
  });

  it('is priced by a service, not by the buyer', () => {
    given(...unpaid)
      .when(cheaper, byBuyer)
      .thenRefused('role-not-allowed', '/shippingFee');
    given(...unpaid)
      .when(changeAddress({ shippingFee: -1 }))
      .thenRefused('bad-money', '/shippingFee');
  });

  it('stays changed when lines change, and the other way round', () => {
    const order = given(...unpaid, cheaper, modifyLines({ changes: shirt(1) })).order!;
    expect(due(order)).toBe(5400 + 60 + 200);
  });
});

describe("the seller's time for changes at once", () => {
  const hour = [
    [create(), under({ modificationMinutes: 60 })],
    [pay(), { at: time(1) }],
  ] as const;
  const confirmedSoon = [...hour, [confirm, { at: time(1) }]] as const;

  it('runs from the payment, also past the confirmation', () => {
    given(...confirmedSoon)
      .when(changeAddress(), { at: time(2) })
      .then('AddressChangeApplied');
    given(...confirmedSoon)
      .when(changeAddress(), { at: time(2.01) })
      .then('AddressChangeRequested');
    given(...hour)
      .when(changeAddress(), { at: time(2.01) })
      .then('AddressChangeRequested');
  });

  it('does not matter before the order has reached the seller', () => {
    const none = under({ modificationMinutes: 0, holdMinutes: 600 });
    given([create(), none])
      .when(changeAddress(), { at: time(9) })
      .then('AddressChangeApplied');
    given([create(), none], pay())
      .when(changeAddress(), { at: time(9) })
      .then('AddressChangeApplied');
  });
});

describe('modify-lines', () => {
  it('changes size and colour at no price', () => {
    const order = given(...paid)
      .when(modifyLines({ changes: [{ lineId: 'shirt', variant: 'XL' }] }), byBuyer)
      .then('LinesChangeApplied');
    expect([order.lines[0]!.variant, order.lines[0]!.ordered, due(order)]).toEqual(['XL', 2, 9600]);
  });

  it('makes an unpaid order dearer or cheaper', () => {
    const dearer = given(...unpaid)
      .when(modifyLines(), byBuyer)
      .then('LinesChangeApplied');
    expect([statusOf(dearer), outstanding(dearer)]).toEqual(['AwaitingPayment', 13_644]);
    const partly = given(create(), pay({ amount: 6000 }));
    const cheaper = partly
      .when(modifyLines({ changes: shirt(1) }))
      .then('LinesChangeApplied', 'RefundInitiated');
    expect([statusOf(cheaper), due(cheaper), cheaper.refunded]).toEqual(['AwaitingConfirmation', 5960, 40]);
  });

  it('gives money back for fewer units, the discounts shared anew', () => {
    const order = given(...paid)
      .when(modifyLines({ changes: shirt(1) }), byBuyer)
      .then('LinesChangeApplied', 'RefundInitiated');
    expect(order.newEvents.map(({ data }) => data)).toMatchObject([
      { priceDifference: -3640, currency: 'EUR' },
      { amount: 3640, reason: 'changed' },
    ]);
    // A tenth off 40.00 and 20.00, as it was before, and insurance in the same ratio.
    expect(order.lines.map(({ value }) => value)).toEqual([3600, 1800]);
    expect([statusOf(order), due(order)]).toEqual(['AwaitingConfirmation', 5960]);
  });

  it('comes to the same cents whatever the way', () => {
    const there = modifyLines({ changeId: 'there', changes: shirt(1) });
    const back = modifyLines({ changeId: 'back', changes: shirt(2) });
    const { order } = given(...paid, there, back, difference(3640));
    expect([order!.lines.map(({ value }) => value), due(order!)]).toEqual([[7200, 1800], 9600]);
  });

  test.each([
    ['OnHold', onHold],
    ['AwaitingConfirmation', paid],
  ] as const)('waits for the money that it costs more, and leaves the order paid: %s', (status, history) => {
    const asked = given(...history, [modifyLines(), byBuyer]);
    expect(asked.events.at(-1)).toMatchObject({
      type: 'LinesChangeRequested',
      data: {
        before: [{ lineId: 'shirt', quantity: 2 }],
        after: [{ lineId: 'shirt', quantity: 3 }],
        priceDifference: 4044,
        awaits: 'payment',
      },
    });
    expect([statusOf(asked.order!), due(asked.order!), payable(asked.order!)]).toEqual([status, 9600, 4044]);
    asked.when(difference(4045)).thenRefused('amount-over-due', '/amount');
    const done = asked.when(difference(4044)).then('PaymentCaptured', 'LinesChangeApplied');
    expect([statusOf(done), due(done), done.refunded, payable(done)]).toEqual([status, 13_644, 0, 0]);
  });

  it('is paid in parts, which go back when nothing comes of it', () => {
    const partly = given(...paid, modifyLines(), difference(1500));
    expect([partly.order!.refunded, payable(partly.order!)]).toEqual([0, 2544]);
    partly.when(pay({ paymentId: 'pay-3', amount: 2544 })).then('PaymentCaptured', 'LinesChangeApplied');
    const withdrawn = partly.when(withdrawChange(), byBuyer).then('LinesChangeWithdrawn', 'RefundInitiated');
    expect([withdrawn.refunded, due(withdrawn)]).toEqual([1500, 9600]);
    partly
      .when(answerChange({ approve: false }), as('seller'))
      .then('LinesChangeRejected', 'RefundInitiated');
  });

  it('is for the seller to decide once the order is confirmed, and then for the buyer to pay', () => {
    const asked = given(...confirmed, modifyLines());
    expect(asked.events.at(-1)!.data).toMatchObject({ awaits: 'seller' });
    asked.when(difference(4044)).thenRefused('order-already-paid');
    asked.when(answerChange(), as('seller')).then('LinesChangeApproved');
    const approved = given(...confirmed, modifyLines(), answerChange());
    approved.when(answerChange()).thenRefused('change-awaits-payment');
    const waiting = (waitsFor: string) => ({ refusal: { code: 'change-open', values: { waitsFor } } });
    expect(asked.when(ship()).decision).toMatchObject(waiting('seller'));
    expect(approved.when(ship()).decision).toMatchObject(waiting('payment'));
    expect(statusOf(approved.when(difference(4044)).then('PaymentCaptured', 'LinesChangeApplied'))).toBe(
      'Confirmed',
    );
    given(...confirmed, modifyLines({ changes: shirt(1) }))
      .when(answerChange(), as('seller'))
      .then('LinesChangeApplied', 'RefundInitiated');
  });

  it('is collected with the rest where the order is paid in cash on delivery', () => {
    const cash = create({ paymentMethod: 'cash-on-delivery' });
    const order = given(cash).when(modifyLines(), byBuyer).then('LinesChangeApplied');
    expect([statusOf(order), outstanding(order)]).toEqual(['AwaitingConfirmation', 13_644]);
    given(cash, confirm, modifyLines()).when(answerChange(), as('seller')).then('LinesChangeApplied');
  });

  it('keeps what was provided without shipping, and provides what comes to it', () => {
    const mixed = given(create(withEbook), pay(), confirm);
    const ebooks = (quantity: number) => modifyLines({ changes: [{ lineId: 'ebook', quantity }] });
    const two = given(create({ ...withEbook, ...twoEbooks }), pay({ amount: 11_600 }), confirm);
    two.when(ebooks(1)).thenRefused('quantity-too-low', '/changes/0/quantity');
    const more = given(create(withEbook), pay(), confirm, ebooks(2), answerChange());
    more.when(difference(2022)).then('PaymentCaptured', 'LinesChangeApplied', 'GoodsProvided');
    expect(mixed.order!.lines.map(({ delivered }) => delivered)).toEqual([0, 1]);
  });

  test.each([
    ['no-lines', '/changes', []],
    ['unknown-line', '/changes/0/lineId', [{ lineId: 'hat', quantity: 1 }]],
    ['duplicate-line', '/changes/1/lineId', [...shirt(1), ...shirt(3)]],
    ['bad-quantity', '/changes/0/quantity', shirt(-1)],
    ['bad-quantity', '/changes/0/quantity', shirt(1.5)],
    ['nothing-changes', '/changes', [...shirt(2), { lineId: 'mug' }]],
    ['bad-money', '/changes', shirt(Number.MAX_SAFE_INTEGER)],
  ] as const)('is refused as %s at %s', (code, pointer, changes) =>
    given(...paid)
      .when(modifyLines({ changes }))
      .thenRefused(code, pointer),
  );

  it('keeps a discount whose terms nobody knows in the ratio of the goods, and never lets it grow', () => {
    const big = create({ discounts: [{ code: 'BIG', label: 'Big', amount: 7000 }], total: 3600 });
    const discountOf = (quantity: number) =>
      given([big, { policy: anyUnpaidUnits }], modifyLines({ changes: shirt(quantity) })).order!.discounts;
    expect([1, 3, 100].map(discountOf)).toEqual([4200, 7000, 7000]);
  });

  it('does not go below what is cancelled, or asked to be', () => {
    const fewer = modifyLines({ changes: shirt(1) });
    given(...paid, cancel({ units: shirt(1) }))
      .when(fewer)
      .thenRefused('quantity-too-low', '/changes/0/quantity');
    given(...paid, [cancel({ units: shirt(2) }), byBuyer])
      .when(fewer)
      .thenRefused('cancellation-open', '/changes/0/quantity');
    given(...paid, cancel({ units: mug }))
      .when(modifyLines({ changes: [{ lineId: 'mug', variant: 'blue' }] }))
      .thenRefused('quantity-too-low');
  });
});

describe('an open change', () => {
  const both = given(...confirmed, modifyLines(), changeAddress());

  it('is one of its kind, and has a name that is taken once', () => {
    both.when(modifyLines({ changeId: 'second' })).thenRefused('change-open');
    both.when(changeAddress({ changeId: 'second' })).thenRefused('change-open');
    given(...paid, changeAddress())
      .when(modifyLines({ changeId: 'move' }))
      .thenRefused('change-already-exists', '/changeId');
  });

  it('is named after its command where it has no name', () => {
    const order = given(...confirmed)
      .when(changeAddress({ changeId: undefined }))
      .then('AddressChangeRequested');
    expect(order.changeIds).toEqual(['cmd']);
  });

  it('is withdrawn by the buyer', () => {
    both.when(withdrawChange('move'), byBuyer).then('AddressChangeWithdrawn');
    both.when(withdrawChange('other'), byBuyer).thenRefused('unknown-change', '/changeId');
    given(...confirmed, changeAddress(), withdrawChange('move'))
      .when(answerChange({ changeId: 'move' }))
      .thenRefused('unknown-change', '/changeId');
  });

  it('and a package have one winner', () => {
    for (const open of [changeAddress(), modifyLines()])
      given(...confirmed, open)
        .when(ship(), as('seller'))
        .thenRefused('change-open');
    given(...confirmed, changeAddress())
      .when(arrange(), as('seller'))
      .thenRefused('change-open');
    given(...confirmed, changeAddress(), answerChange({ changeId: 'move', approve: false }))
      .when(ship(), as('seller'))
      .then('PackageArranged', 'PackageShipped');
    given(...confirmed, modifyLines(), answerChange(), difference(4044))
      .when(ship())
      .then('PackageArranged', 'PackageShipped');
  });

  it('ends with the order', () => {
    const cancelled = both
      .when(cancel())
      .then('LinesCancelled', 'LinesChangeRejected', 'AddressChangeRejected', 'RefundInitiated');
    expect([statusOf(cancelled), cancelled.openChanges, cancelled.refunded]).toEqual(['Cancelled', [], 9600]);
    given(...confirmed, modifyLines(), cancel())
      .when(answerChange())
      .thenRefused('order-cancelled');
    given(create(), modifyLines())
      .when(answerChange(), { at: time(48) })
      .thenRefused('order-cancelled');
  });

  it('ends when what it is about is cancelled, and stays where it is not', () => {
    const fewer = modifyLines({ changes: shirt(1) });
    const all = { units: shirt(2) };
    given(...confirmed, fewer)
      .when(cancel({ units: shirt(1) }))
      .then('LinesCancelled', 'LinesChangeRejected', 'RefundInitiated');
    given(...confirmed, fewer)
      .when(cancel(all), byBuyer)
      .then('CancellationRequested', 'LinesChangeRejected');
    const kept = given(...paid, modifyLines(), difference(100))
      .when(cancel({ units: mug }))
      .then('LinesCancelled', 'RefundInitiated');
    // The mug takes its share of the discount with it; what was paid ahead stays.
    expect([kept.refunded, kept.openChanges.length, due(kept)]).toEqual([1800, 1, 7800]);
    given(...confirmed, [cancel({ units: mug }), as('buyer', { commandId: 'ask' })], modifyLines())
      .when(answer())
      .then('CancellationApproved', 'LinesCancelled', 'RefundInitiated');
  });
});
