import { type Actor } from '@app/ordering';
import { defaultTerms, type PolicyTerms } from './policy-terms.js';

/** One version of a seller's policy: the first is 1. */
export interface PolicyVersion {
  readonly version: number;
  /** When it was set (ISO 8601, UTC). */
  readonly at: string;
  readonly by: Actor;
  readonly terms: PolicyTerms;
}

/** What is in force after these versions. */
export const termsOf = (versions: readonly PolicyVersion[]): PolicyTerms =>
  versions.at(-1)?.terms ?? defaultTerms;
