import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { type Demand } from '@app/ordering';
import {
  countStock,
  lacking,
  receiveStock,
  releaseStock,
  reserveStock,
  settleStock,
  type StockDecision,
} from './decide.js';
import { type StockEvent } from './events.js';
import { Stock } from './stock.js';

const at = '2026-01-05T09:00:00.000Z';

const stockOf = (...events: StockEvent[]): Stock => {
  const stock = new Stock();
  for (const event of events) stock.apply(event);
  return stock;
};
const received = (quantity: number, variant?: string): StockEvent => ({
  type: 'StockReceived',
  at,
  data: { receiptId: `r-${quantity}-${variant}`, quantity, variant },
});
const counted = (onHand: number): StockEvent => ({ type: 'StockCounted', at, data: { onHand } });
const reserved = (orderId: string, quantity: number, variant?: string): StockEvent => ({
  type: 'StockReserved',
  at,
  data: { orderId, amounts: [{ variant, quantity }] },
});
const wants = (open: number, sent = 0, variant?: string): Demand => ({
  productId: 'p',
  variant,
  open,
  sent,
  back: 0,
});
const eventsOf = (decision: StockDecision): readonly StockEvent[] =>
  decision.kind === 'accepted' ? decision.events : [];
const described = (decision: StockDecision) =>
  decision.kind === 'refused'
    ? decision.refusal
    : decision.events.map(({ type, data }) => [type, 'amounts' in data ? data.amounts : data]);

describe('a stock', () => {
  it('takes a delivery in once, and a count as it is', () => {
    const stock = stockOf(received(5));
    expect(described(receiveStock(stock, { receiptId: 'r-5-undefined', quantity: 5 }, at))).toEqual([]);
    for (const other of [{ quantity: 6 }, { quantity: 5, variant: 'M' }])
      expect(described(receiveStock(stock, { receiptId: 'r-5-undefined', ...other }, at))).toEqual({
        code: 'receipt-already-exists',
      });
    expect(described(receiveStock(stock, { receiptId: 'next', quantity: 1 }, at))).toHaveLength(1);
    expect(described(countStock(stock, { onHand: 5 }, at))).toEqual([]);
    expect(described(countStock(stock, { onHand: 4, note: 'One broke.' }, at))).toHaveLength(1);
    expect(stockOf(received(5), counted(2), received(1)).ofVariant(undefined).onHand).toBe(3);
  });

  it('is counted variant by variant', () => {
    const stock = stockOf(received(5, 'M'), reserved('o-1', 2, 'M'));
    expect([...stock.variants.keys()]).toEqual(['M']);
    expect(stock.ofVariant('M').available).toBe(3);
    expect(stock.ofVariant('L').available).toBe(0);
    expect(described(reserveStock(stock, { orderId: 'o-2', demands: [wants(1, 0, 'L')] }, at))).toEqual({
      code: 'out-of-stock',
      variant: 'L',
      available: 0,
    });
  });
});

describe('reserving', () => {
  test.each([
    ['all that is there', 3, [['StockReserved', [{ variant: undefined, quantity: 3 }]]]],
    ['more than is there', 4, { code: 'out-of-stock', variant: undefined, available: 3 }],
  ])('%s', (_case, open, outcome) => {
    const stock = stockOf(received(5), reserved('o-1', 2));
    expect(described(reserveStock(stock, { orderId: 'o-2', demands: [wants(open)] }, at))).toEqual(outcome);
  });

  it('asks only for what the order does not have, and gives nothing back', () => {
    const stock = stockOf(received(5), reserved('o-1', 2));
    expect(described(reserveStock(stock, { orderId: 'o-1', demands: [wants(2)] }, at))).toEqual([]);
    expect(described(reserveStock(stock, { orderId: 'o-1', demands: [wants(1, 1)] }, at))).toEqual([]);
    expect(described(reserveStock(stock, { orderId: 'o-1', demands: [wants(5)] }, at))).toEqual([
      ['StockReserved', [{ variant: undefined, quantity: 3 }]],
    ]);
  });

  it('takes all or nothing of the variants', () => {
    const stock = stockOf(received(5, 'M'), received(1, 'L'));
    expect(
      described(reserveStock(stock, { orderId: 'o-1', demands: [wants(2, 0, 'M'), wants(2, 0, 'L')] }, at)),
    ).toMatchObject({
      variant: 'L',
      available: 1,
    });
  });

  it('does nothing where no stock is kept', () =>
    expect(described(reserveStock(undefined, { orderId: 'o-1', demands: [wants(2)] }, at))).toEqual([]));
});

describe('settling', () => {
  const stock = stockOf(received(5), reserved('o-1', 3));
  test.each([
    ['an order as it is', [wants(3)], []],
    ['an order that takes less', [wants(1)], [['StockReleased', 2]]],
    ['an order that is over or never came', [], [['StockReleased', 3]]],
    ['what was sent', [wants(1, 2)], [['StockShipped', 2]]],
    [
      'what was sent and what was cancelled',
      [wants(0, 2)],
      [
        ['StockShipped', 2],
        ['StockReleased', 1],
      ],
    ],
    ['an order that takes more, whether it is there or not', [wants(9)], [['StockReserved', 6]]],
  ])('%s', (_case, demands, expected) => {
    const events = eventsOf(settleStock(stock, { orderId: 'o-1', demands, revision: 1 }, at));
    expect(
      events.map(({ type, data }) => [type, 'amounts' in data ? data.amounts[0]!.quantity : undefined]),
    ).toEqual(expected);
    const after = stockOf(received(5), reserved('o-1', 3), ...events);
    expect(described(settleStock(after, { orderId: 'o-1', demands, revision: 1 }, at))).toEqual([]);
  });

  it('takes the goods off the stock when they are sent, and never below nothing', () => {
    const sent = (onHand: number) => {
      const events = [counted(onHand), reserved('o-1', 3)];
      const leaving = eventsOf(
        settleStock(stockOf(...events), { orderId: 'o-1', demands: [wants(0, 3)], revision: 1 }, at),
      );
      return stockOf(...events, ...leaving).ofVariant(undefined);
    };
    expect(sent(5)).toMatchObject({ onHand: 2, held: 0 });
    expect(sent(1)).toMatchObject({ onHand: 0, held: 0 });
  });

  it('keeps what a change needs that may be on its way, until the order has moved on', () => {
    const stock = stockOf(received(5), reserved('o-1', 2));
    for (const event of eventsOf(
      reserveStock(stock, { orderId: 'o-1', demands: [wants(4)], decidedOn: 3 }, at),
    ))
      stock.apply(event);
    const settledAt = (revision?: number) =>
      described(settleStock(stock, { orderId: 'o-1', demands: [wants(2)], revision }, at));
    expect(settledAt(2)).toEqual([]);
    expect(settledAt(3)).toEqual([]);
    expect(settledAt(4)).toEqual([['StockReleased', [{ variant: undefined, quantity: 2 }]]]);
    expect(settledAt()).toEqual([['StockReleased', [{ variant: undefined, quantity: 2 }]]]);
    for (const event of eventsOf(
      releaseStock(stock, { orderId: 'o-1', decidedOn: 3 }, [{ quantity: 2 }], at),
    ))
      stock.apply(event);
    expect(stock.ofVariant(undefined).held).toBe(2);
  });

  it('tells of a change that needs what another one has taken for the order already', () => {
    const stock = stockOf(received(5), reserved('o-1', 2));
    const changing = (decidedOn: number) =>
      reserveStock(stock, { orderId: 'o-1', demands: [wants(4)], decidedOn }, at);
    for (const decidedOn of [3, 4]) for (const event of eventsOf(changing(decidedOn))) stock.apply(event);
    expect(described(settleStock(stock, { orderId: 'o-1', demands: [wants(2)], revision: 4 }, at))).toEqual(
      [],
    );
    expect(described(changing(4))).toEqual([]);
  });

  it('keeps it also where a slower change was decided on less, or other units leave', () => {
    const stock = stockOf(received(9), reserved('o-1', 3));
    const apply = (decision: StockDecision): void =>
      eventsOf(decision).forEach((event) => stock.apply(event));
    apply(reserveStock(stock, { orderId: 'o-1', demands: [wants(5)], decidedOn: 4 }, at));
    apply(reserveStock(stock, { orderId: 'o-1', demands: [wants(6)], decidedOn: 3 }, at));
    for (let round = 0; round < 2; round += 1)
      apply(settleStock(stock, { orderId: 'o-1', demands: [wants(2, 1)], revision: 4 }, at));
    expect(stock.ofVariant(undefined).held).toBe(5);
  });

  it('does not go back to what the order took before', () => {
    const stock = stockOf(received(5), reserved('o-1', 3));
    const settleAt = (revision: number, open: number) =>
      eventsOf(settleStock(stock, { orderId: 'o-1', demands: [wants(open)], revision }, at));
    for (const event of settleAt(6, 0)) stock.apply(event);
    expect(settleAt(5, 3)).toEqual([]);
    expect(stock.ofVariant(undefined).held).toBe(0);
    expect(settleAt(6, 0)).toEqual([]);
    expect(settleAt(7, 1)).toHaveLength(1);
  });

  it('moves an order to another variant', () => {
    const both = stockOf(
      received(2, 'M'),
      received(2, 'L'),
      reserved('o-1', 2, 'M'),
      reserved('o-1', 1, 'L'),
    );
    const events = eventsOf(
      settleStock(both, { orderId: 'o-1', demands: [wants(1, 0, 'L')], revision: 1 }, at),
    );
    const after = stockOf(
      received(2, 'M'),
      received(2, 'L'),
      reserved('o-1', 2, 'M'),
      reserved('o-1', 1, 'L'),
      ...events,
    );
    expect([after.ofVariant('M').held, after.ofVariant('L').held]).toEqual([0, 1]);
  });
});

describe('giving back what was held for a change that was refused', () => {
  const change = { orderId: 'o-1', decidedOn: 3 };
  const changing = () => {
    const stock = stockOf(received(9), reserved('o-1', 2));
    const [more] = eventsOf(reserveStock(stock, { ...change, demands: [wants(4)] }, at));
    stock.apply(more!);
    return stock;
  };

  it('leaves the order what it had', () =>
    expect(described(releaseStock(changing(), change, [{ quantity: 2 }], at))).toEqual([
      ['StockReleased', [{ quantity: 2 }]],
    ]));

  test.each([
    ['the order was cancelled', [], 4],
    ['the order has moved on', [wants(2)], 4],
    ['no order came', [], undefined],
  ])('does nothing where %s and was settled meanwhile', (_case, demands, revision) => {
    const stock = changing();
    for (const event of eventsOf(settleStock(stock, { orderId: 'o-1', demands, revision }, at)))
      stock.apply(event);
    expect(described(releaseStock(stock, change, [{ quantity: 2 }], at))).toEqual([]);
  });

  it('of an order that never came does nothing where that was settled meanwhile', () =>
    expect(described(releaseStock(stockOf(received(9)), { orderId: 'o-1' }, [{ quantity: 2 }], at))).toEqual(
      [],
    ));
});

describe('orders that wait for more than there is', () => {
  const short = stockOf(received(5), reserved('o-1', 2), reserved('o-2', 2), reserved('o-3', 1), counted(3));

  it('are served in the order in which they came', () => {
    const variantStock = short.ofVariant(undefined);
    expect(['o-1', 'o-2', 'o-3', 'none'].map((orderId) => variantStock.missingFor(orderId))).toEqual([
      0, 1, 1, 0,
    ]);
    expect([variantStock.available, variantStock.short]).toEqual([0, 2]);
  });

  it('move up when goods come in, or one of them gives up', () => {
    short.apply(received(1));
    expect(short.ofVariant(undefined).missingFor('o-2')).toBe(0);
    for (const event of eventsOf(settleStock(short, { orderId: 'o-1', demands: [], revision: 1 }, at)))
      short.apply(event);
    expect(short.ofVariant(undefined).missingFor('o-3')).toBe(0);
  });
});

/** Whatever is asked in whatever order. */
const step = fc.record({
  what: fc.constantFrom('receive', 'count', 'reserve', 'settle'),
  orderId: fc.constantFrom('o-1', 'o-2', 'o-3'),
  variant: fc.constantFrom(undefined, 'M'),
  open: fc.nat({ max: 5 }),
  sent: fc.nat({ max: 2 }),
});

test('nothing is reserved that is not there, and every order has what it was last settled with', () =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const stock = stockOf(received(10));
      const gone = new Map<string, number>();
      steps.forEach(({ what, orderId, variant, open, sent: more }, index) => {
        const key = `${orderId} ${variant}`;
        // What was sent stays so.
        const sent = what === 'settle' ? (gone.get(key) ?? 0) + more : (gone.get(key) ?? 0);
        const others = [...stock.holdingsOf(orderId)].filter((holding) => holding.variant !== variant);
        const demands = [
          wants(open, sent, variant),
          ...others.map(({ variant: other, held, shipped }) => wants(held, shipped, other)),
        ];
        const before = stock.ofVariant(variant).available;
        const decision =
          what === 'receive'
            ? receiveStock(stock, { receiptId: `${index}`, variant, quantity: open + 1 }, at)
            : what === 'count'
              ? countStock(stock, { variant, onHand: open }, at)
              : what === 'reserve'
                ? reserveStock(stock, { orderId, demands }, at)
                : settleStock(stock, { orderId, demands, revision: 1 }, at);
        const taken = lacking(stock, orderId, demands).reduce((sum, { quantity }) => sum + quantity, 0);
        for (const event of eventsOf(decision)) stock.apply(event);
        if (what === 'reserve' && decision.kind === 'accepted') expect(taken).toBeLessThanOrEqual(before);
        if (what === 'settle') {
          gone.set(key, sent);
          const { held = 0, shipped = 0 } = stock.ofVariant(variant).holdingOf(orderId) ?? {};
          expect([held, shipped]).toEqual([open, sent]);
        }
        for (const variantStock of stock.variants.values()) {
          expect(variantStock.onHand).toBeGreaterThanOrEqual(0);
          expect(variantStock.held).toBeGreaterThanOrEqual(0);
        }
      });
    }),
  ));
