import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { captured, due, outstanding } from '../amounts.js';
import { type CreateOrder, type OrderCommand } from '../commands.js';
import { type OrderEvent } from '../events.js';
import { sum } from '../money.js';
import { type Order } from '../order.js';
import { type OrderLine } from '../order-terms.js';
import { type Benefit, type CouponTerms } from '../prices/coupon-terms.js';
import { type PriceTerms } from '../prices/price-terms.js';
import { quote } from '../prices/quote.js';
import { statusOf } from '../status.js';
import {
  answerChange,
  anyUnpaidUnits,
  as,
  cancel,
  type Context,
  create,
  given,
  givenEvents,
  modifyLines,
  pay,
  time,
} from '../testing/scenario.js';
import { payable } from './changed-lines.js';

type Goods = readonly (readonly [lineId: string, quantity: number, unitPrice: number])[];

const terms = (benefit: Benefit, minimum?: number): CouponTerms => ({
  sellerId: 's-1',
  code: 'SALE',
  label: 'Sale',
  currency: 'EUR',
  benefit,
  minimum,
});
const tenPercent = { kind: 'percentage', basisPoints: 1000 } as const;

const linesOf = (goods: Goods): OrderLine[] =>
  goods.map(([lineId, quantity, unitPrice]) => ({
    lineId,
    productId: `p-${lineId}`,
    title: lineId,
    quantity,
    unitPrice,
  }));

interface Offer {
  readonly coupon?: CouponTerms;
  readonly platformFee?: number;
  readonly insurance?: number;
}

function quoted(goods: Goods, { coupon, platformFee = 0, insurance = 0 }: Offer) {
  const request = { currency: 'EUR', lines: linesOf(goods), shippingFee: 0, insured: insurance > 0 };
  const buying = { at: time(), completedOrders: 0 };
  return quote(request, coupon === undefined ? [] : [coupon], buying, { platformFee, insurance });
}

/** An order as its quote says, and the terms that made that. */
function placed(goods: Goods, offer: Offer, changes: Partial<CreateOrder> = {}): [CreateOrder, Context] {
  const { discounts, fees, total } = quoted(goods, offer);
  const { coupon, platformFee = 0, insurance = 0 } = offer;
  const priceTerms: PriceTerms = {
    coupons: coupon === undefined ? [] : [coupon],
    rates: { platformFee, insurance },
  };
  const labelled = fees.map((fee) => ({ ...fee, label: fee.code }));
  const prices = { discounts, fees: labelled, total, shippingFee: 0 };
  return [create({ lines: linesOf(goods), ...prices, ...changes }), { priceTerms, policy: anyUnpaidUnits }];
}

const to = (lineId: string, quantity: number): OrderCommand =>
  modifyLines({ changes: [{ lineId, quantity }] });

const threeForTwo = terms({ kind: 'bundle', take: 3, pay: 2 });
const setOfTwo = terms({ kind: 'set', products: ['p-a', 'p-b'], amount: 500 });
const sets: Goods = [
  ['a', 2, 1000],
  ['b', 2, 300],
];

describe('a change is priced by the terms of the coupon, as a fresh quote (M4)', () => {
  test.each([
    ['3 for 2', threeForTwo, [['a', 3, 1000]], 2000, ['a', 1], 1000],
    ['10 %, minimum 10000', terms(tenPercent, 10_000), [['a', 10, 1000]], 9000, ['a', 1], 1000],
    [
      '900 off, minimum 1800',
      terms({ kind: 'amount', amount: 900 }, 1800),
      [['a', 2, 1000]],
      1100,
      ['a', 1],
      1000,
    ],
    ['set a+b 500, two sets → one', setOfTwo, sets, 1600, ['b', 1], 1800],
    ['10 %, 10 → 20', terms(tenPercent), [['a', 10, 1000]], 9000, ['a', 20], 18_000],
  ] as const)('%s', (_, coupon, goods, was, [lineId, quantity], fresh) => {
    const changed = goods.map((line) => (line[0] === lineId ? ([lineId, quantity, line[2]] as const) : line));
    expect([quoted(goods, { coupon }).total, quoted(changed, { coupon }).total]).toEqual([was, fresh]);
    const more = Math.max(0, fresh - was);

    const unpaid = given(placed(goods, { coupon }), to(lineId, quantity)).order!;
    expect([due(unpaid), outstanding(unpaid)]).toEqual([fresh, fresh]);

    const half = given(placed(goods, { coupon }), pay({ amount: 500 }), to(lineId, quantity)).order!;
    expect([due(half), outstanding(half), half.refunded]).toEqual([fresh, fresh - 500, 0]);

    const paid = given(placed(goods, { coupon }), pay({ amount: was }), to(lineId, quantity));
    const done =
      more > 0 ? given(...paidFor(goods, coupon, was, lineId, quantity, more)).order! : paid.order!;
    expect([due(done), done.refunded, captured(done)]).toEqual([fresh, Math.max(0, was - fresh), was + more]);
    expect(statusOf(done)).toBe('AwaitingConfirmation');

    const cash = placed(goods, { coupon }, { paymentMethod: 'cash-on-delivery' });
    expect(outstanding(given(cash, to(lineId, quantity)).order!)).toBe(fresh);
  });

  const paidFor = (
    goods: Goods,
    coupon: CouponTerms,
    was: number,
    lineId: string,
    quantity: number,
    more: number,
  ) =>
    [
      placed(goods, { coupon }),
      pay({ amount: was }),
      to(lineId, quantity),
      pay({ paymentId: 'pay-2', amount: more }),
    ] as const;

  it('and is for the seller to decide as any other', () => {
    const asked = given(
      placed(sets, { coupon: setOfTwo }),
      pay({ amount: 1600 }),
      { type: 'confirm' },
      to('b', 1),
    );
    expect(asked.events.at(-1)!.data).toMatchObject({ awaits: 'seller', priceDifference: 200 });
    const approved = asked.when(answerChange(), as('seller')).then('LinesChangeApproved');
    expect(approved.newEvents[0]!.data).toMatchObject({ priceDifference: 200 });
  });
});

describe('fees follow a change (M4)', () => {
  const rates = { platformFee: 200, insurance: 50 };

  it('by the rates of the policy under which the order was placed', () => {
    const order = given(placed([['a', 1, 1000]], rates), to('a', 100)).order!;
    expect(due(order)).toBe(100_000 + 2000 + 500);
    expect(order.charges).toBe(2500);
  });

  it('in the ratio of the goods where nobody recorded a rate, as in old orders', () => {
    const [command] = placed([['a', 2, 1000]], rates);
    const paidOff = given(command, pay({ amount: 2050 }), to('a', 1)).order!;
    expect([paidOff.charges, paidOff.refunded]).toEqual([25, 1025]);
  });

  it('except for what a caller calls a fee of another kind', () => {
    const wrap = [{ code: 'gift-wrap', label: 'Gift wrap', amount: 200 }];
    const [command, context] = placed([['a', 1, 1000]], {}, { fees: wrap, total: 1200 });
    expect(given([command, context], to('a', 3)).order!.charges).toBe(200);
  });

  it('not in what was recorded before changes had prices', () => {
    const { events } = given(placed([['a', 1, 1000]], rates), to('a', 100));
    const old = events.map((event): OrderEvent => {
      if (event.type !== 'LinesChangeApplied') return event;
      const { discounts: _, fees: __, ...data } = event.data;
      return { ...event, data };
    });
    expect(givenEvents(old).order!.charges).toBe(25);
  });
});

const anyBenefit: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({
    kind: fc.constant('percentage' as const),
    basisPoints: fc.integer({ min: 1, max: 10_000 }),
    atMost: fc.option(fc.nat({ max: 5000 }), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('amount' as const), amount: fc.integer({ min: 1, max: 9000 }) }),
  fc.record({
    kind: fc.constant('bundle' as const),
    take: fc.integer({ min: 2, max: 4 }),
    pay: fc.constant(1),
  }),
  fc.record({
    kind: fc.constant('set' as const),
    products: fc.constant(['p-a', 'p-b']),
    amount: fc.integer({ min: 1, max: 900 }),
  }),
);
const someUnits = fc.integer({ min: 1, max: 12 });
const somePrice = fc.nat({ max: 3000 });
const change = fc.record({
  lineId: fc.constantFrom('a', 'b'),
  quantity: someUnits,
  cancelled: fc.nat({ max: 3 }),
});

describe('whatever is changed and cancelled', () => {
  it('the order costs what a fresh quote says, and no more goes back than was paid', () =>
    fc.assert(
      fc.property(
        fc.tuple(someUnits, somePrice, someUnits, somePrice),
        fc.option(anyBenefit, { nil: undefined }),
        fc.nat({ max: 20_000 }),
        fc.record({ platformFee: fc.nat({ max: 3000 }), insurance: fc.nat({ max: 500 }) }),
        fc.constantFrom('paid', 'part', 'unpaid', 'cash'),
        fc.array(change, { maxLength: 6 }),
        ([aUnits, aPrice, bUnits, bPrice], benefit, minimum, rates, kind, changes) => {
          const offer = { ...rates, coupon: benefit && terms(benefit, minimum) };
          let goods: Goods = [
            ['a', aUnits, aPrice],
            ['b', bUnits, bPrice],
          ];
          const [command, context] = placed(
            goods,
            offer,
            kind === 'cash' ? { paymentMethod: 'cash-on-delivery' } : {},
          );
          const amount = kind === 'paid' ? command.total : Math.floor(command.total / 2);
          // A coupon that gave nothing was not used.
          const agreed = command.discounts.length > 0 ? offer : rates;
          const pays = amount > 0 && (kind === 'paid' || kind === 'part');
          let history = given([command, context], ...(pays ? [pay({ amount })] : []));
          const step = (next: OrderCommand): boolean => {
            const { decision } = history.when(next);
            if (decision.kind === 'accepted') history = givenEvents([...history.events, ...decision.events]);
            return decision.kind === 'accepted';
          };
          for (const [index, { lineId, quantity, cancelled }] of changes.entries()) {
            if (step(modifyLines({ changeId: `${index}`, changes: [{ lineId, quantity }] }))) {
              const open = payable(history.order!) - outstanding(history.order!);
              if (open > 0) step(pay({ paymentId: `more-${index}`, amount: open }));
              goods = goods.map((line) => (line[0] === lineId ? [lineId, quantity, line[2]] : line));
            }
            expect(pricedTotal(history.order!)).toBe(quoted(goods, agreed).total);
            if (cancelled > 0) step(cancel({ units: [{ lineId, quantity: cancelled }] }));
            const order = history.order!;
            expect(order.refunded).toBeLessThanOrEqual(captured(order));
            expect(due(order)).toBeGreaterThanOrEqual(0);
            expect(captured(order) - order.refunded + outstanding(order)).toBe(
              Math.max(due(order), captured(order) - order.refunded),
            );
            if (order.paidAt !== undefined && kind !== 'cash')
              expect(captured(order) - order.refunded).toBe(due(order));
          }
        },
      ),
      { numRuns: 500 },
    ));
});

/** Of all that was ordered, as if nothing were cancelled. */
const pricedTotal = ({ lines, charges }: Order): number => sum(lines.map(({ value }) => value)) + charges;
