import { defaultPolicy, type OrderPolicy } from '@app/ordering';

/** What a seller's policy says; the version is its name. */
export type PolicyTerms = Omit<OrderPolicy, 'version'>;

const { version: _, ...terms } = defaultPolicy;

/** What holds where a seller has set nothing. */
export const defaultTerms: PolicyTerms = terms;
