import { describe, expect, it } from '@jest/globals';
import { anyUnpaidUnits, create, given, pay, ship } from '@app/ordering/testing';
import { entriesOf, viewOf } from '../testing/entries.js';
import { searchWords, wordBeginnings } from './search-words.js';

const line = create().lines[0]!;
const wordsOf = (changes: Parameters<typeof create>[0]): string[] => {
  const { view } = viewOf(entriesOf(given([create(changes), { policy: anyUnpaidUnits }]).events));
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

  it('finds an order by its parcels’ numbers, and by whom and where it goes to', () => {
    const shippingAddress = { ...create().shippingAddress, recipient: 'Nguyễn Thị Đào', city: 'Łódź' };
    const { view } = viewOf(
      entriesOf(
        given(create({ shippingAddress }), pay(), { type: 'confirm' }, ship({ trackingNumber: 'JX-0034-5' }))
          .events,
      ),
    );
    expect(searchWords(view).split(' ')).toEqual(
      expect.arrayContaining(['jx00345', 'jx', '0034', 'nguyen', 'thi', 'dao', 'lodz']),
    );
  });

  it.each([
    ['+62 812-3456-7890', '+62 812 3456 7890'],
    ['+62 812-3456-7890', '0812 3456'],
    ['+62 812-3456-7890', '62812'],
    ['+62 812-3456-7890', '7890'],
    ['0062 812 34567890', '+62 81234567890'],
    ['0812 3456 7890', '0812-3456-7890'],
  ])('finds the phone %s by %s', (phone, typed) => {
    const words = wordsOf({ shippingAddress: { ...create().shippingAddress, phone } });
    expect(wordBeginnings(typed).every((start) => words.some((word) => word.startsWith(start)))).toBe(true);
  });

  it.each([
    ['日本語のシャツ', 'シャツ'],
    ['日本語のシャツ', 'ｼｬﾂ'],
    ['新款夏季连衣裙女中长款', '连衣裙'],
    ['新款夏季连衣裙女中长款雪纺印花短袖', '季连衣裙女中长款雪纺印花短袖'],
    ['เสื้อยืดผู้ชาย', 'ผู้ชาย'],
    ['iPhoneケース', 'ケース'],
    ['Áo đầm dạ hội', 'dam'],
    ['Ao dam', 'đầm'],
    ['Straße', 'strasse'],
    ['STRASSE', 'straße'],
    ['Łódź', 'lodz'],
    ['Smørrebrød Ærø', 'smorrebrod aero'],
    ['İstanbul Işık', 'istanbul isik'],
    ['Ελληνικός', 'ΕΛΛΗΝΙΚΟΣ'],
    ['Ёлка', 'елка'],
    ['한국어 셔츠', '셔츠'],
    ['ﬁne ②', 'fine 2'],
    ['x'.repeat(150), 'x'.repeat(100)],
  ])('finds %s by %s', (title, typed) => {
    const words = wordsOf({ lines: [{ ...line, title }], total: 7600 });
    const beginnings = wordBeginnings(typed);
    expect(beginnings).not.toEqual([]);
    expect(beginnings.filter((start) => !words.some((word) => word.startsWith(start)))).toEqual([]);
  });

  it.each([
    ['パン', 'ハン'],
    ['が', 'か'],
    ['간', '가'],
    ['시계', '史'],
    ['कि', 'का'],
    ['シャツ', 'shatsu'],
    ['Shirt', 'hirt'],
  ])('does not find %s by %s', (title, typed) => {
    const words = wordsOf({ lines: [{ ...line, title }], total: 7600 });
    expect(wordBeginnings(typed).every((start) => words.some((word) => word.startsWith(start)))).toBe(false);
  });

  it('names every word once, and some hundred at most', () => {
    const lines = Array.from({ length: 600 }, (_, n) => ({
      ...line,
      lineId: `${n}`,
      title: `Shirt${n} cotton${n}`,
    }));
    const words = wordsOf({ lines, total: 600 * 8000 - 400 });
    expect(new Set(words).size).toBe(words.length);
    expect(words).toHaveLength(1000);
  });
});

describe('wordBeginnings', () => {
  it('takes what people type: capitals, accents, hyphens and odd signs', () => {
    expect(wordBeginnings('  Café T-Shirt, 5b0d-5F4E %_ ’ café')).toEqual(['cafe', 'tshirt', '5b0d5f4e']);
    expect(wordBeginnings('áo dài 运动鞋')).toEqual(['ao', 'dai', '运动鞋']);
    expect(wordBeginnings(' -- ')).toEqual([]);
  });
});
