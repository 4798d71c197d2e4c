import { describe, expect, it } from '@jest/globals';
import {
  comparePositions,
  furtherOf,
  isBehind,
  parsePosition,
  positionAt,
  positionText,
} from './position.js';

const behindTheFilter = { commit: 7n, prepare: 0n };

describe('a position', () => {
  it('comes before the event of the same commit where its prepare half does', () => {
    expect(comparePositions(behindTheFilter, positionAt(7n))).toBeLessThan(0);
    expect(comparePositions(positionAt(7n), behindTheFilter)).toBeGreaterThan(0);
    expect(comparePositions(positionAt(6n), behindTheFilter)).toBeLessThan(0);
    expect(comparePositions(positionAt(7n), positionAt(7n))).toBe(0);
  });

  it('lies behind the place before the first event', () => {
    expect(isBehind(positionAt(0n), undefined)).toBe(true);
    expect(isBehind(positionAt(7n), positionAt(7n))).toBe(false);
    expect(furtherOf(undefined, behindTheFilter)).toEqual(behindTheFilter);
    expect(furtherOf(positionAt(7n), behindTheFilter)).toEqual(positionAt(7n));
    expect(furtherOf(behindTheFilter, undefined)).toEqual(behindTheFilter);
  });

  it('is read as it was written', () => {
    for (const position of [behindTheFilter, positionAt(0n), positionAt(2n ** 63n - 1n)])
      expect(parsePosition(positionText(position))).toEqual(position);
    expect(positionText(positionAt(7n))).toBe('7');
    expect(positionText(behindTheFilter)).toBe('7/0');
    expect(() => parsePosition('-1')).toThrow('no position');
  });
});
