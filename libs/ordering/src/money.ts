/** An amount in the smallest unit of its currency: 1999 is 19.99 EUR, and 1999 JPY. Always a whole number. */
export type MinorUnits = number;

/** ISO 4217 code in capitals, for example IDR. */
export type Currency = string;

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Whether the code is one of ISO 4217 (as the Unicode CLDR lists them). */
export const isCurrency = (code: string): code is Currency => currencies.has(code);

/** Whether the value can be an amount: whole, not negative, and exact in a double. */
export const isAmount = (value: number): value is MinorUnits => Number.isSafeInteger(value) && value >= 0;

export const sum = (amounts: readonly MinorUnits[]): MinorUnits => amounts.reduce((a, b) => a + b, 0);

/**
 * Splits an amount in the ratio of the weights so that the parts add up to it exactly: each part is rounded
 * down, and the units left over go to the largest remainders (the earlier part where they are equal).
 * With no weight at all, everything goes to the first part.
 */
export function allocate(amount: MinorUnits, weights: readonly number[]): MinorUnits[] {
  const total = BigInt(sum(weights));
  if (total === 0n) return weights.map((_, i) => (i === 0 ? amount : 0));
  const shares = weights.map((weight, index) => {
    const product = BigInt(amount) * BigInt(weight);
    return { index, part: Number(product / total), remainder: product % total };
  });
  const parts = shares.map(({ part }) => part);
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  const left = amount - sum(parts);
  for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1;
  return parts;
}
