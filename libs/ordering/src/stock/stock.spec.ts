import { describe, expect, it, test } from '@jest/globals';
import { type Order } from '../order.js';
import { statusOf } from '../status.js';
import {
  answerChange,
  as,
  cancel,
  create,
  createCommand,
  given,
  modifyLines,
  pay,
  ship,
  time,
  under,
  withdrawChange,
  withEbook,
} from '../testing/scenario.js';
import { runningTimers } from '../timer-table.js';
import { demandOf, reservesStock, unitsLacking } from './demand.js';

const stocked = ['p-shirt', 'p-ebook'];
const placed = [create(), { stocked }] as const;
const confirm = { type: 'confirm' } as const;
const shirts = (quantity: number) => [{ lineId: 'shirt', quantity }];
const byTimer = { role: 'timer', at: time(1) } as const;

/** Open and sent units by product and variant. */
const takes = (order: Order | undefined) =>
  demandOf(order!).map(({ productId, variant, open, sent }) => [productId, variant, open, sent]);

describe('what an order takes of the stock', () => {
  it('are the goods that stock is kept of', () => {
    expect(takes(given(placed).order)).toEqual([['p-shirt', undefined, 2, 0]]);
    expect(takes(given(create()).order)).toEqual([]);
  });

  it('ends with what is cancelled, and leaves with what is shipped', () => {
    expect(takes(given(placed, cancel({ units: shirts(1) })).order)).toEqual([['p-shirt', undefined, 1, 0]]);
    expect(takes(given(placed, cancel()).order)).toEqual([['p-shirt', undefined, 0, 0]]);
    const sent = given(placed, pay(), confirm, ship({ units: shirts(1) }));
    expect(takes(sent.order)).toEqual([['p-shirt', undefined, 1, 1]]);
  });

  it('is gone with the confirmation where nothing has to be shipped', () => {
    const provided = given([create(withEbook), { stocked }], pay(), confirm);
    expect(takes(provided.order)).toEqual([
      ['p-shirt', undefined, 2, 0],
      ['p-ebook', undefined, 0, 1],
    ]);
  });

  it('counts lines of the same product and variant together, others apart', () => {
    const [shirt, mug] = createCommand.lines;
    const lines = [
      shirt!,
      { ...shirt!, lineId: 'second' },
      { ...shirt!, lineId: 'third', variant: 'M' },
      mug!,
    ];
    const order = given([create({ lines, total: 25_600 }), { stocked }]).order!;
    expect(takes(order)).toEqual([
      ['p-shirt', undefined, 4, 0],
      ['p-shirt', 'M', 2, 0],
    ]);
    expect(unitsLacking(order, { productId: 'p-shirt' }, 3)).toEqual([
      { lineId: 'shirt', quantity: 1 },
      { lineId: 'second', quantity: 2 },
    ]);
  });

  it('is enough for both ends of a change that is open', () => {
    const paid = [placed, pay(), confirm] as const;
    const asked = [
      ...paid,
      modifyLines({ changes: [{ lineId: 'shirt', variant: 'M', quantity: 3 }] }),
    ] as const;
    expect(takes(given(...asked).order)).toEqual([
      ['p-shirt', undefined, 2, 0],
      ['p-shirt', 'M', 3, 0],
    ]);
    expect(takes(given(...paid, modifyLines({ changes: shirts(3) })).order)).toEqual([
      ['p-shirt', undefined, 3, 0],
    ]);
    expect(takes(given(...paid, modifyLines({ changes: shirts(1) })).order)).toEqual([
      ['p-shirt', undefined, 2, 0],
    ]);
    expect(takes(given(...asked, withdrawChange()).order)).toEqual([['p-shirt', undefined, 2, 0]]);
    const made = given(
      ...paid,
      modifyLines({ changes: [{ lineId: 'shirt', variant: 'M' }] }),
      answerChange(),
    );
    expect(takes(made.order)).toEqual([['p-shirt', 'M', 2, 0]]);
  });
});

describe('goods are held', () => {
  const atPayment = { ...under({ reserveStockAt: 'payment' }), stocked };

  test.each([
    ['from the creation on', given(placed), true],
    ['not before the payment where the seller wants it so', given([create(), atPayment]), false],
    ['from the last payment on', given([create(), atPayment], pay({ amount: 9000 })), false],
    ['from the payment on', given([create(), atPayment], pay()), true],
    ['at once where cash is paid', given([create({ paymentMethod: 'cash-on-delivery' }), atPayment]), true],
  ])('%s', (_case, { order }, held) => expect(reservesStock(order!)).toBe(held));
});

describe('a confirmation', () => {
  it('needs all goods to be there, and names those that are not', () => {
    const paid = given(placed, pay());
    paid.when(confirm, as('seller', { missing: shirts(1) })).thenRefused('stock-missing');
    expect(paid.when(confirm, { missing: shirts(1) }).decision).toMatchObject({
      refusal: { values: { goods: { goods: [{ title: 'Shirt', quantity: 1 }] } } },
    });
    paid.when(confirm, as('seller', { missing: [] })).then('OrderConfirmed');
  });

  it('does not come by itself where goods are missing, and is then left to the seller', () => {
    const paid = given([create(), { ...under({ autoConfirm: true }), stocked }], pay());
    const order = paid.when({ type: 'fire-timers' }, { ...byTimer, missing: shirts(2) }).then('StockMissing');
    expect(order.newEvents[0]!.data).toEqual({ timer: 'auto-confirm', dueAt: time(1), units: shirts(2) });
    expect([statusOf(order), order.stockMissedAt]).toEqual(['AwaitingConfirmation', time(1)]);
    expect(runningTimers(order).map(({ timer }) => timer)).not.toContain('auto-confirm');
    given([create(), { ...under({ autoConfirm: true }), stocked }], pay(), [
      { type: 'fire-timers' },
      { ...byTimer, missing: shirts(2) },
    ])
      .when(confirm, as('seller'))
      .then('OrderConfirmed');
  });
});
