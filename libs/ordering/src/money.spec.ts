import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocate, isAmount, isCurrency, sum } from './money.js';

const amount = fc.nat({ max: 1_000_000_000_000 });
const weights = fc.array(fc.nat({ max: 1_000_000_000 }), { minLength: 1, maxLength: 20 });

describe('allocate', () => {
  it('shares out every unit, whatever the weights', () =>
    fc.assert(fc.property(amount, weights, (total, shares) => sum(allocate(total, shares)) === total)));

  it('gives each part its share, rounded by less than one unit', () =>
    fc.assert(
      fc.property(amount, weights, (total, shares) => {
        if (sum(shares) === 0) return;
        for (const [index, part] of allocate(total, shares).entries())
          expect(Math.abs(part - (total * shares[index]!) / sum(shares))).toBeLessThan(1.001);
      }),
    ));

  it('gives the units left over to the largest remainders', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(10, [3, 3, 4])).toEqual([3, 3, 4]);
    expect(allocate(1, [1, 2])).toEqual([0, 1]);
    expect(allocate(5, [0, 0])).toEqual([5, 0]);
  });
});

describe('amounts and currencies', () => {
  it('counts in whole, exact units', () => {
    expect([0, 1, Number.MAX_SAFE_INTEGER].every(isAmount)).toBe(true);
    expect([-1, 0.5, NaN, Infinity, 2 ** 53].some(isAmount)).toBe(false);
  });

  it('knows ISO 4217', () => {
    expect(['IDR', 'BRL', 'EUR', 'JPY'].every(isCurrency)).toBe(true);
    expect(['', 'eur', 'XYZ', '$'].some(isCurrency)).toBe(false);
  });
});
