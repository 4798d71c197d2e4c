import { expect, test } from '@jest/globals';
import { decimalText, moneyText } from './money.js';

test.each([
  [1999, 'EUR', '€19.99'],
  [49_800_000, 'IDR', 'IDR 498,000'],
  [1999, 'JPY', '¥1,999'],
  [1999, 'KWD', 'KWD 1.999'],
  [Number.MAX_SAFE_INTEGER, 'BRL', 'R$90,071,992,547,409.91'],
  [0, 'USD', '$0.00'],
])('%d of %s is %s', (amount, currency, text) => expect(moneyText(amount, currency)).toBe(text));

test.each([
  [49_800_000, 'IDR', 'Rp498.000'],
  [49_800_050, 'IDR', 'Rp498.000,50'],
  [1999, 'JPY', 'JP¥1.999'],
])('%d of %s is in Indonesian %s', (amount, currency, text) =>
  expect(moneyText(amount, currency, 'id')).toBe(text),
);

test.each([
  [1999, 'EUR', '19.99'],
  [5, 'EUR', '0.05'],
  [0, 'USD', '0.00'],
  [1999, 'JPY', '1999'],
  [5, 'KWD', '0.005'],
  [Number.MAX_SAFE_INTEGER, 'BRL', '90071992547409.91'],
])('%d of %s is %s for a program', (amount, currency, text) =>
  expect(decimalText(amount, currency)).toBe(text),
);
