import { type MinorUnits } from '../money.js';

export const feeCodes = ['platform-fee', 'insurance'] as const;
export type FeeCode = (typeof feeCodes)[number];

/** What it is called is said in the reader's language: `fee.<code>` in the catalogue of words. */
export interface Fee {
  readonly code: FeeCode;
  readonly amount: MinorUnits;
}

/** What is asked for beside the goods, in basis points of what they cost after discounts. */
export interface FeeRates {
  readonly platformFee: number;
  /** Of insured shipping, which the buyer chooses. */
  readonly insurance: number;
}

export const isFeeCode = (code: string): code is FeeCode => feeCodes.some((known) => known === code);

export const rateOf = (code: FeeCode, { platformFee, insurance }: Partial<FeeRates>): number | undefined =>
  code === 'platform-fee' ? platformFee : insurance;
