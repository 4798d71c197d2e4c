import { describe, expect, it, test } from '@jest/globals';
import { due, outstanding } from '../amounts.js';
import { type LineChange } from '../order-terms.js';
import { type OfferedGoods } from '../prices/offered-goods.js';
import { statusOf } from '../status.js';
import { demandOf } from '../stock/demand.js';
import {
  answerChange,
  arrange,
  as,
  cancel,
  create,
  given,
  modifyLines,
  pay,
  ship,
  withdrawChange,
} from '../testing/scenario.js';

const hat: OfferedGoods = {
  productId: 'p-hat',
  title: 'Hat',
  currency: 'EUR',
  price: 1000,
  variants: [{ variant: 'M' }, { variant: 'L', price: 1500 }],
};
const shirts: OfferedGoods = { ...hat, productId: 'p-shirt', variants: [{ variant: 'XL', price: 4500 }] };
const context = { offers: [hat, shirts], stocked: ['p-hat'] };
const change = (...changes: LineChange[]) => modifyLines({ changes });
const aHat = { lineId: 'hat', productId: 'p-hat', variant: 'M', quantity: 2 };
/** Without discount and fees: 100.00 of goods and 5.00 of shipping. */
const plain = create({ discounts: [], fees: [], total: 10_500 });
const paid = [plain, pay({ amount: 10_500 })] as const;

describe('a line is added', () => {
  it('at the price that its seller offers it for, and not before that is paid', () => {
    const asked = given(...paid, [change(aHat), as('buyer', context)]);
    expect(asked.events.at(-1)).toMatchObject({
      type: 'LinesChangeRequested',
      data: {
        before: [{ lineId: 'hat', quantity: 0 }],
        after: [{ lineId: 'hat', variant: 'M', quantity: 2 }],
        added: [{ productId: 'p-hat', title: 'Hat', unitPrice: 1000, stocked: true }],
        priceDifference: 2000,
        awaits: 'payment',
      },
    });
    expect(asked.order!.lines).toHaveLength(2);
    const done = asked
      .when(pay({ paymentId: 'pay-2', amount: 2000 }))
      .then('PaymentCaptured', 'LinesChangeApplied');
    expect(done.lines[2]).toMatchObject({ title: 'Hat', variant: 'M', ordered: 2, unitPrice: 1000 });
    expect([due(done), statusOf(done)]).toEqual([12_500, 'AwaitingConfirmation']);
  });

  it('holds its stock from when it is asked for until nothing comes of it', () => {
    const asked = given(...paid, { type: 'confirm' }, [change(aHat), context]);
    expect(demandOf(asked.order!)).toMatchObject([{ productId: 'p-hat', variant: 'M', open: 2 }]);
    expect(demandOf(asked.when(withdrawChange()).then('LinesChangeWithdrawn'))).toEqual([]);
    const done = asked.when(answerChange(), as('seller')).then('LinesChangeApproved');
    expect(demandOf(done)).toMatchObject([{ open: 2 }]);
  });

  it('to an order that is not paid, or paid in cash, at once; and goes into a package', () => {
    expect(outstanding(given(plain, [change(aHat), context]).order!)).toBe(12_500);
    const cash = create({ ...plain, paymentMethod: 'cash-on-delivery' });
    const order = given(cash, [change(aHat), context], { type: 'confirm' }, ship()).order!;
    expect(order.packages[0]!.units).toContainEqual({ lineId: 'hat', quantity: 2 });
  });

  test.each([
    ['not-offered', '/changes/0/productId', { ...aHat, productId: 'p-cap' }],
    ['not-offered', '/changes/0/productId', { ...aHat, variant: 'XS' }],
    ['not-offered', '/changes/0/productId', { ...aHat, variant: undefined }],
    ['bad-quantity', '/changes/0/quantity', { ...aHat, quantity: 0 }],
    ['bad-quantity', '/changes/0/quantity', { ...aHat, quantity: undefined }],
    ['duplicate-line', '/changes/0/lineId', { ...aHat, lineId: 'mug' }],
    ['unknown-line', '/changes/0/lineId', { lineId: 'hat', quantity: 1 }],
  ] as const)('and is refused as %s at %s: %j', (code, pointer, wrong) =>
    given(...paid)
      .when(change(wrong), context)
      .thenRefused(code, pointer),
  );

  it('only in the currency of the order, and where cash can be collected for it', () => {
    const dollars = { offers: [{ ...hat, currency: 'USD' }] };
    given(...paid)
      .when(change(aHat), dollars)
      .thenRefused('not-offered');
    given(create({ ...plain, paymentMethod: 'cash-on-delivery' }))
      .when(change(aHat), { offers: [{ ...hat, needsShipping: false }] })
      .thenRefused('cash-needs-delivery');
  });
});

describe('a line is taken out', () => {
  it('and its money goes back; it can come in again', () => {
    const without = given(...paid)
      .when(change({ lineId: 'mug', quantity: 0 }), as('buyer'))
      .then('LinesChangeApplied', 'RefundInitiated');
    expect([without.lines[1]!.ordered, without.refunded, due(without)]).toEqual([0, 2000, 8500]);
    const back = given(plain, change({ lineId: 'mug', quantity: 0 }));
    const again = modifyLines({ changeId: 'again', changes: [{ lineId: 'mug', quantity: 1 }] });
    expect(due(back.when(again).then('LinesChangeApplied'))).toBe(10_500);
  });

  it('but not the last one, and not what is cancelled or provided', () => {
    const none = [
      { lineId: 'shirt', quantity: 0 },
      { lineId: 'mug', quantity: 0 },
    ];
    given(...paid)
      .when(change(...none))
      .thenRefused('last-line', '/changes');
    given(...paid, cancel({ units: [{ lineId: 'mug', quantity: 1 }] }))
      .when(change(none[0]!))
      .thenRefused('last-line', '/changes');
    given(...paid, cancel({ units: [{ lineId: 'shirt', quantity: 1 }] }))
      .when(change(none[0]!))
      .thenRefused('quantity-too-low', '/changes/0/quantity');
    given(...paid, { type: 'confirm' }, arrange())
      .when(change(none[1]!))
      .thenRefused('package-already-arranged');
  });

  it('for another one, when the seller agrees and the difference is paid', () => {
    const asked = given(...paid, { type: 'confirm' }, [
      change({ ...aHat, quantity: 3 }, { lineId: 'mug', quantity: 0 }),
      context,
    ]);
    asked.when(answerChange(), as('seller')).then('LinesChangeApproved');
    const approved = given(
      ...paid,
      { type: 'confirm' },
      [change({ ...aHat, quantity: 3 }, { lineId: 'mug', quantity: 0 }), context],
      answerChange(),
    );
    const done = approved
      .when(pay({ paymentId: 'pay-2', amount: 1000 }))
      .then('PaymentCaptured', 'LinesChangeApplied');
    expect(done.lines.map(({ ordered }) => ordered)).toEqual([2, 0, 3]);
  });
});

describe('another variant', () => {
  it('costs what its seller offers it for', () => {
    const order = given(plain)
      .when(change({ lineId: 'shirt', variant: 'XL' }), context)
      .then('LinesChangeApplied');
    expect([order.lines[0]!.unitPrice, due(order)]).toEqual([4500, 11_500]);
  });

  it('is refused where the product is offered, and not in this variant', () =>
    given(plain)
      .when(change({ lineId: 'shirt', variant: 'XS' }), context)
      .thenRefused('not-offered', '/changes/0/variant'));
});
