import { type Actor } from '@app/ordering';

/** What concerns the seller and the platform alone. */
export const innerTerms = [
  'autoConfirm',
  'checklistRequired',
  'platformFeeBasisPoints',
  'refundRetryHours',
  'refundAttempts',
] as const;

/** What a seller's policy, or an order that was placed under it, tells this reader of its terms. */
export const termsFor = <Terms extends object>(
  terms: Terms,
  sellerId: string,
  reader: Actor,
): Omit<Terms, (typeof innerTerms)[number]> =>
  seesAll(sellerId, reader) ? terms : (Object.fromEntries(Object.entries(terms).filter(isOuter)) as Terms);

const seesAll = (sellerId: string, { role, id }: Actor): boolean =>
  role === 'seller' ? id === sellerId : ['service', 'platform', 'analyst'].includes(role);

const isOuter = ([name]: [string, unknown]): boolean => !(innerTerms as readonly string[]).includes(name);
