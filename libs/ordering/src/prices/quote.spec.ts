import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sum } from '../money.js';
import { type Charge } from '../order-terms.js';
import { type CartLine } from './cart.js';
import { type Buying } from './coupon-refusal.js';
import { type Benefit, type CouponTerms } from './coupon-terms.js';
import { type FeeRates } from './fees.js';
import { type Quote, quote, type QuoteRequest } from './quote.js';

const lines: CartLine[] = [
  { lineId: 'shirt', productId: 'p-shirt', quantity: 2, unitPrice: 4000 },
  { lineId: 'mug', productId: 'p-mug', quantity: 1, unitPrice: 2000 },
];
const now = '2026-01-05T09:00:00.000Z';
const terms = (benefit: Benefit, changes: Partial<CouponTerms> = {}): CouponTerms => ({
  sellerId: 's-1',
  code: 'SALE',
  label: 'Sale',
  currency: 'EUR',
  benefit,
  ...changes,
});
const tenPercent: Benefit = { kind: 'percentage', basisPoints: 1000 };

function priced(
  coupons: CouponTerms[],
  request: Partial<QuoteRequest> = {},
  { buying = {}, rates = {} }: { buying?: Partial<Buying>; rates?: Partial<FeeRates> } = {},
): Quote {
  return quote(
    { currency: 'EUR', lines, shippingFee: 500, insured: false, ...request },
    coupons,
    { at: now, completedOrders: 0, ...buying },
    { platformFee: 0, insurance: 0, ...rates },
  );
}
const taken = (benefit: Benefit, request?: Partial<QuoteRequest>): number =>
  sum(priced([terms(benefit)], request).discounts.map(({ amount }) => amount));

describe('a quote', () => {
  it('shows goods, shipping and every fee as a line of its own', () => {
    const { goods, fees, total } = priced(
      [],
      { insured: true },
      { rates: { platformFee: 250, insurance: 100 } },
    );
    expect(fees).toEqual([
      { code: 'platform-fee', amount: 250 },
      { code: 'insurance', amount: 100 },
    ]);
    expect([goods, total]).toEqual([10_000, 10_850]);
  });

  it('counts fees on what the goods cost after discounts', () =>
    expect(priced([terms(tenPercent)], {}, { rates: { platformFee: 250 } }).fees).toMatchObject([
      { amount: 225 },
    ]));

  it('shares discounts over the lines by largest remainder', () =>
    expect(priced([terms({ kind: 'amount', amount: 1001 })]).lines).toEqual([
      { lineId: 'shirt', gross: 8000, discount: 801, value: 7199 },
      { lineId: 'mug', gross: 2000, discount: 200, value: 1800 },
    ]));
});

describe('a coupon takes off', () => {
  it('a percentage, to the nearest unit, at most so much', () => {
    expect(taken(tenPercent)).toBe(1000);
    expect(
      taken({ kind: 'percentage', basisPoints: 1 }, { lines: [{ ...lines[1]!, unitPrice: 4999 }] }),
    ).toBe(0);
    expect(
      taken({ kind: 'percentage', basisPoints: 1 }, { lines: [{ ...lines[1]!, unitPrice: 5000 }] }),
    ).toBe(1);
    expect(taken({ kind: 'percentage', basisPoints: 10_000 })).toBe(10_000);
    expect(taken({ ...tenPercent, atMost: 700 } as Benefit)).toBe(700);
  });

  it('an amount, never more than the goods cost', () => {
    expect(taken({ kind: 'amount', amount: 300 })).toBe(300);
    expect(taken({ kind: 'amount', amount: 20_000 })).toBe(10_000);
  });

  it('the cheapest of a bundle', () => {
    expect(taken({ kind: 'bundle', take: 3, pay: 2 })).toBe(2000);
    expect(taken({ kind: 'bundle', take: 2, pay: 1, products: ['p-shirt'] })).toBe(4000);
    expect(taken({ kind: 'bundle', take: 2, pay: 1 }, { lines: [{ ...lines[0]!, quantity: 5 }] })).toBe(8000);
    expect(taken({ kind: 'bundle', take: 4, pay: 3 })).toBe(0);
  });

  it('so much for each complete set', () => {
    const set: Benefit = { kind: 'set', products: ['p-shirt', 'p-mug'], amount: 900 };
    expect(taken(set)).toBe(900);
    expect(taken(set, { lines: [lines[0]!, { ...lines[1]!, quantity: 3 }] })).toBe(1800);
    expect(taken(set, { lines: [lines[0]!] })).toBe(0);
  });
});

describe('a coupon is declined', () => {
  const declined = (
    changes: Partial<CouponTerms>,
    buying: Partial<Buying> = {},
    benefit: Benefit = tenPercent,
  ) => priced([terms(benefit, changes)], {}, { buying }).declined.map(({ refusal }) => refusal.code);

  it.each([
    ['before its time', { validFrom: '2026-01-05T09:00:00.001Z' }, 'coupon-not-valid-now'],
    ['from its end on', { validUntil: now }, 'coupon-not-valid-now'],
    ['under its minimum', { minimum: 10_001 }, 'coupon-minimum-not-reached'],
    ['to new buyers, where it is for returning ones', { completedOrders: 1 }, 'coupon-for-returning-buyers'],
    ['in another currency', { currency: 'IDR' }, 'coupon-in-other-currency'],
  ] as const)('%s', (_, changes, code) => expect(declined(changes)).toEqual([code]));

  it('where it takes nothing off', () =>
    expect(declined({}, {}, { kind: 'bundle', take: 9, pay: 8 })).toEqual(['coupon-gives-nothing']));

  it('where another one has taken off everything', () => {
    const all = terms({ kind: 'amount', amount: 10_000 }, { code: 'ALL' });
    const { discounts, declined } = priced([terms(tenPercent), all]);
    expect(discounts).toMatchObject([{ code: 'ALL' }]);
    expect(declined).toMatchObject([{ coupon: 'SALE', refusal: { code: 'coupon-gives-nothing' } }]);
  });

  it('not in its time, at its minimum, and to buyers who return', () => {
    const fits = { validFrom: now, validUntil: '2026-01-06T00:00:00Z', minimum: 10_000, completedOrders: 2 };
    expect(declined(fits, { completedOrders: 2 })).toEqual([]);
  });
});

const anyBenefit: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({
    kind: fc.constant('percentage' as const),
    basisPoints: fc.integer({ min: 1, max: 10_000 }),
    atMost: fc.option(fc.nat({ max: 1_000_000 }), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('amount' as const), amount: fc.nat({ max: 1_000_000_000 }) }),
  fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 5 }))
    .map(([take, less]): Benefit => ({ kind: 'bundle', take, pay: Math.max(1, take - less) })),
  fc.nat({ max: 10_000 }).map((amount): Benefit => ({ kind: 'set', products: ['p-0', 'p-1'], amount })),
);
const anyLines = fc
  .array(
    fc.record({ quantity: fc.integer({ min: 1, max: 1000 }), unitPrice: fc.nat({ max: 1_000_000_000 }) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((some) =>
    some.map((line, index): CartLine => ({ lineId: `l${index}`, productId: `p-${index % 3}`, ...line })),
  );
const anyCoupons = fc
  .array(anyBenefit, { maxLength: 4 })
  .map((benefits) => benefits.map((benefit, index) => terms(benefit, { code: `C${index}` })));
const rates = fc.record({ platformFee: fc.nat({ max: 3000 }), insurance: fc.nat({ max: 3000 }) });

describe('whatever is in the cart', () => {
  it('every unit of money is accounted for, and nothing is below zero', () =>
    fc.assert(
      fc.property(anyLines, anyCoupons, rates, fc.boolean(), (some, coupons, fee, insured) => {
        const result = priced(coupons, { lines: some, insured }, { rates: fee });
        const amounts = (charges: readonly Pick<Charge, 'amount'>[]): number =>
          sum(charges.map(({ amount }) => amount));
        expect(sum(result.lines.map(({ discount }) => discount))).toBe(amounts(result.discounts));
        expect(sum(result.lines.map(({ value }) => value))).toBe(result.goods - amounts(result.discounts));
        expect(result.total).toBe(result.goods - amounts(result.discounts) + 500 + amounts(result.fees));
        for (const { gross, discount, value } of result.lines) {
          expect(Math.min(gross, discount, value)).toBeGreaterThanOrEqual(0);
          expect(discount + value).toBe(gross);
        }
        for (const { amount } of [...result.discounts, ...result.fees]) {
          expect(Number.isSafeInteger(amount)).toBe(true);
          expect(amount).toBeGreaterThanOrEqual(0);
        }
      }),
    ));

  it('no order of the coupons or the lines changes what is paid', () =>
    fc.assert(
      fc.property(anyLines, anyCoupons, rates, (some, coupons, fee) => {
        const one = priced(coupons, { lines: some }, { rates: fee });
        const other = priced([...coupons].reverse(), { lines: [...some].reverse() }, { rates: fee });
        expect(other.discounts).toEqual(one.discounts);
        expect([other.total, other.fees]).toEqual([one.total, one.fees]);
      }),
    ));
});
