import { describe, expect, it } from '@jest/globals';
import { changesOf, type Schema } from './event-schemas.js';

describe('a change of shape', () => {
  const text = { type: 'string' } as const;
  const published: Schema = { type: 'object', properties: { a: text, b: text }, required: ['a'] };

  it.each<[string, Schema, string[]]>([
    ['a field that may be missing', { ...published, properties: { a: text, b: text, c: text } }, []],
    ['a field less', { ...published, properties: { a: text } }, ['/b is gone']],
    [
      'another type',
      { ...published, properties: { a: { type: 'number' }, b: text } },
      ['/a was string and is number'],
    ],
    [
      'a field that must be there',
      { ...published, required: ['a', 'b'] },
      [' always had a, and now has a, b'],
    ],
    ['a field that may be missing now', { ...published, required: [] }, [' always had a, and now has ']],
  ])('is noticed: %s', (_, present, changes) => {
    expect(changesOf(published, present)).toEqual(changes);
  });

  it('may add words, and take none away', () => {
    const words = (...some: string[]): Schema => ({ type: 'string', enum: some });
    expect(changesOf(words('a'), words('a', 'b'))).toEqual([]);
    expect(changesOf({ type: 'string', const: 'a' }, words('a', 'b'))).toEqual([]);
    expect(changesOf(words('a', 'b'), words('b'))).toEqual([' can not be a any more']);
  });
});
