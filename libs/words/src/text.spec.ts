import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from '@jest/globals';
import { catalogue, type Key } from './catalogue.js';
import { languages } from './language.js';
import { english, type Locale } from './locale.js';
import { argumentsOf, text } from './text.js';

const keys = Object.keys(catalogue.en) as Key[];
const indonesian: Locale = { language: 'id', timeZone: 'Asia/Makassar' };

/** A message as the arguments that it names and the choices that it makes by them. */
const choices = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) =>
    element.type === TYPE.select || element.type === TYPE.plural
      ? [
          `${element.value}: ${Object.keys(element.options).sort().join(' ')}`,
          ...Object.values(element.options).flatMap((option) => choices(option.value)),
        ]
      : [],
  );

describe('the catalogue', () => {
  it.each(languages)(
    'has messages in %s that can be read, and that name what the English ones name',
    (language) => {
      for (const key of keys) {
        const own = parse(catalogue[language][key], { ignoreTag: true });
        const first = parse(catalogue.en[key], { ignoreTag: true });
        expect([key, argumentsOf(own).sort()]).toEqual([key, argumentsOf(first).sort()]);
        expect([key, [...new Set(choices(own))].sort()]).toEqual([key, [...new Set(choices(first))].sort()]);
      }
    },
  );
});

describe('text', () => {
  it('writes amounts, days and instants as the reader does', () => {
    const values = {
      goods: { goods: [{ title: 'Kemeja', variant: 'XL', quantity: 2 }] },
      shop: 'Toko Batik',
      total: { money: 67_500_000, currency: 'IDR' },
      due: { at: '2026-12-09T08:04:00Z' },
    };
    expect(text(english, 'notice.placed.buyer.body', values)).toBe(
      'You ordered 2 × Kemeja (XL) from Toko Batik for IDR 675,000. Please pay by Dec 9, 2026, 3:04 PM GMT+7: the seller starts once it is paid.',
    );
    expect(text(indonesian, 'notice.placed.buyer.body', values)).toBe(
      'Kamu memesan 2 × Kemeja (XL) dari Toko Batik seharga Rp675.000. Bayar sebelum 9 Des 2026, 16.04 WITA, ya: penjual mulai memproses setelah pesanan dibayar.',
    );
    const estimate = { goods: 'x', shop: 'y', newEstimate: { day: '2026-12-09' } };
    expect(text(indonesian, 'notice.estimate-changed.buyer.body', estimate)).toContain('9 Desember 2026.');
  });

  it('names two of many goods, and says nothing of what is missing', () => {
    const goods = { goods: [1, 2, 3, 4].map((n) => ({ title: `Mug ${n}`, quantity: 1 })) };
    expect(text(english, 'notice.lines-cancelled.seller.body', { goods })).toBe(
      'Do not send 1 × Mug 1, 1 × Mug 2 and 2 more.',
    );
  });

  it('counts one as one in every language', () => {
    const values = { coupon: 'HALF', perBuyer: 1 };
    expect(text(english, 'problem.coupon-used-up', values)).toBe('Each buyer can use coupon HALF once only.');
    expect(text(indonesian, 'problem.coupon-used-up', values)).toBe(
      'Setiap pembeli hanya bisa memakai kupon HALF satu kali.',
    );
  });

  it('takes what people wrote as it is', () =>
    expect(text(english, 'notice.confirmed.buyer.body', { shop: "{x} <b>Ana's</b>", toSend: '#' })).toBe(
      "{x} <b>Ana's</b> is preparing #.",
    ));
});
