import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sum } from '@app/ordering';
import { splitPayments } from './split-payments.js';

const amounts = (minLength: number) => fc.array(fc.nat(1_000_000), { minLength, maxLength: 6 });

describe('splitPayments', () => {
  it('gives every payment out to the last unit, and no part less than nothing', () => {
    fc.assert(
      fc.property(amounts(0), amounts(1), (payments, prices) => {
        const split = splitPayments(payments, prices);
        expect(split).toHaveLength(prices.length);
        expect(split.flat().every((share) => share >= 0)).toBe(true);
        for (const [n, payment] of payments.entries())
          expect(sum(split.map((shares) => shares[n]!))).toBe(payment);
      }),
    );
  });

  it('gives each part exactly its price where the payments are the price of all', () => {
    fc.assert(
      fc.property(amounts(1), fc.nat(100), (prices, percent) => {
        const total = sum(prices);
        const first = Math.floor((total * percent) / 100);
        const split = splitPayments([first, total - first], prices);
        expect(split.map(sum)).toEqual(prices);
      }),
    );
  });

  it('shares what is over in the ratio of the prices', () => {
    expect(splitPayments([101], [50, 50, 0])).toEqual([[51], [50], [0]]);
  });
});
