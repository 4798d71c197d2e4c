import { type Language } from './language.js';

/** Decimals of the currencies that do not have two (ISO 4217, list one: https://www.six-group.com/en/products-services/financial-information/data-standards.html). */
const decimals: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
  ...'CLF UYW'.split(' ').map((code) => [code, 4]),
]);

/** An amount of minor units as programs write it, with the decimals of ISO 4217 and nothing else: 19.99. */
export function decimalText(amount: number, currency: string): string {
  const digits = decimals[currency] ?? 2;
  const padded = String(amount).padStart(digits + 1, '0');
  return digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/**
 * An amount of minor units as people write it: €19.99, IDR 498,000; in Indonesian €19,99, Rp498.000. Rupiah show their
 * sen only where there are some: nobody else does.
 */
export function moneyText(amount: number, currency: string, language: Language = 'en'): string {
  const iso = decimals[currency] ?? 2;
  const digits = currency === 'IDR' && amount % 100 === 0 ? 0 : iso;
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Formatted as a decimal string: a quotient of floats would not be exact.
  const text = format.format(`${amount}e-${iso}` as Intl.StringNumericLiteral);
  return text.replace('\u00a0', language === 'id' ? '' : ' ');
}
