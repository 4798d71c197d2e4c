import { type Currency, type MinorUnits } from '../money.js';
import { type Refusal, refuse } from '../refusal.js';

/** The refusal of amounts that do not fit together: what was named, and what the parts come to. */
export const totalsMismatch = (
  fault: 'discounts' | 'total',
  [named, sum]: readonly [MinorUnits, MinorUnits],
  currency: Currency,
  pointer: string,
): Refusal =>
  refuse(
    'totals-mismatch',
    { fault, named: { money: named, currency }, sum: { money: sum, currency } },
    pointer,
  );
