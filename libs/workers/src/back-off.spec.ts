import { expect, test } from '@jest/globals';
import { pauseAfter } from './back-off.js';

test.each([
  [1, 1000],
  [2, 2000],
  [5, 16_000],
  [10, 60_000],
  [2000, 60_000],
])('after %d failures the pause is about %d ms', (failures, expected) => {
  const pauses = Array.from({ length: 200 }, () =>
    pauseAfter(failures, { firstMs: 1000, longestMs: 60_000 }),
  );
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(expected * 0.8);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(expected * 1.2);
  expect(new Set(pauses).size).toBeGreaterThan(1);
});
