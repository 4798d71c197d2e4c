import { describe, expect, it } from '@jest/globals';
import { create, given } from '@app/ordering/testing';
import { entriesOf, viewOf } from '../testing/entries.js';
import { searchWords, wordBeginnings } from './search-words.js';

const line = create().lines[0]!;
const wordsOf = (changes: Parameters<typeof create>[0]): string[] => {
  const { view } = viewOf(entriesOf(given(create(changes)).events));
  return searchWords(view).split(' ').slice(1);
};

describe('searchWords', () => {
  it('finds an order by its ids, its products, its buyer and its seller', () => {
    expect(wordsOf({ orderId: '5B0D5F4E-6A4C' })).toEqual(
      expect.arrayContaining(['5b0d5f4e6a4c', 'c1', 'b1', 's1', 'batik', 'house', 'pshirt', 'shirt', 'mug']),
    );
  });

  it('finds a compound word as a whole and by its parts', () => {
    const lines = [{ ...line, title: "Men's T-shirt", variant: 'black/white' }];
    expect(wordsOf({ lines, total: 7600 })).toEqual(
      expect.arrayContaining(['mens', 'men', 'tshirt', 'shirt', 'blackwhite', 'white']),
    );
  });

  it('cuts what is longer than any word to pieces', () => {
    const lines = [{ ...line, title: 'x'.repeat(150) }];
    expect(wordsOf({ lines, total: 7600 })).toEqual(expect.arrayContaining(['x'.repeat(60), 'x'.repeat(30)]));
  });

  it('names every word once, and some hundred at most', () => {
    const lines = Array.from({ length: 400 }, (_, n) => ({
      ...line,
      lineId: `${n}`,
      title: `Shirt${n} cotton${n}`,
    }));
    const words = wordsOf({ lines, total: 400 * 8000 - 400 });
    expect(new Set(words).size).toBe(words.length);
    expect(words).toHaveLength(500);
  });
});

describe('wordBeginnings', () => {
  it('takes what people type: capitals, accents, hyphens and odd signs', () => {
    expect(wordBeginnings('  Café T-Shirt, 5b0d-5F4E %_ ’ café')).toEqual(['cafe', 'tshirt', '5b0d5f4e']);
    expect(wordBeginnings('áo dài 运动鞋')).toEqual(['ao', 'dai', '运动鞋']);
    expect(wordBeginnings(' -- ')).toEqual([]);
  });
});
