import { describe, expect, it } from '@jest/globals';
import { InvalidRequest } from './invalid-request.js';
import { toPattern } from './pattern.js';

describe('a pattern of a client', () => {
  it.each([
    ['\\AKitA\\z', 'KitA', 'KitAB'],
    ['(?i)^kita$', 'KitA', 'KitB'],
    ["^(?'x'Kit)A$", 'KitA', 'KitB'],
    ['^(?<x>Kit)A$', 'KitA', 'KitB'],
    ['^(?>Kit)A$', 'KitA', 'KitB'],
    ['^\\p{Lu}it[\\p{Lu}-[B]]$', 'KitA', 'KitB'],
    ['^[a-z-[aeiou]]+$', 'xyz', 'xay'],
    ["^\\(\\?'x'[(]?$", "(?'x'", 'x'],
  ])('%s is read as .NET does', (pattern, match, other) => {
    expect([match, other].map((name) => toPattern(pattern).test(name))).toEqual([true, false]);
  });

  it('takes no longer than the name is long', () => {
    const begin = performance.now();
    expect(toPattern('^(a+)+$').test(`${'a'.repeat(10_000)}!`)).toBe(false);
    expect(performance.now() - begin).toBeLessThan(10_000);
  });

  it.each([
    '(',
    '(?=a)',
    '(a)\\1',
    '(?>a*)ab',
    '((a?){50}){40}',
    '[a-[b]][a-[b]][a-[b]][a-[b]][a-[b]][a-[b]]',
  ])('%s is refused', (pattern) => {
    expect(() => toPattern(pattern)).toThrow(InvalidRequest);
  });
});
