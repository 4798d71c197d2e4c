import { type Currency, type MinorUnits } from './money.js';

/** Decimals of the currencies that do not have two (ISO 4217, list one: https://www.six-group.com/en/products-services/financial-information/data-standards.html). */
const decimals: Readonly<Record<Currency, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
  ...'CLF UYW'.split(' ').map((code) => [code, 4]),
]);

/** An amount as programs write it, with the decimals of ISO 4217 and nothing else: 19.99. */
export function decimalText(amount: MinorUnits, currency: Currency): string {
  const digits = decimals[currency] ?? 2;
  const padded = String(amount).padStart(digits + 1, '0');
  return digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/**
 * An amount as people write it, with the decimals of ISO 4217: €19.99, IDR 498,000.00, ¥1,999; in Indonesian (`id`)
 * Rp 498.000,00.
 */
export function moneyText(amount: MinorUnits, currency: Currency, language = 'en'): string {
  const digits = decimals[currency] ?? 2;
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Formatted as a decimal string: a quotient of floats would not be exact.
  return format.format(`${amount}e-${digits}` as Intl.StringNumericLiteral).replace('\u00a0', ' ');
}
