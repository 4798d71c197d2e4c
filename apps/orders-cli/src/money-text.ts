import { type Currency, type MinorUnits } from '@app/ordering';

/** An amount for people, like `BRL 1,234.50`. */
export function moneyText(amount: MinorUnits, currency: Currency): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 0;
  // A decimal string is formatted exactly; a quotient of floats would not be.
  return format.format(`${amount}e-${decimals}` as Intl.StringNumericLiteral).replace('\u00a0', ' ');
}
