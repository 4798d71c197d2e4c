import { isDeepStrictEqual } from 'node:util';
import { type Actor } from '@app/ordering';
import { checkTerms } from './check-terms.js';
import { type PolicyRefusal, refuse } from './policy-refusal.js';
import { defaultTerms, platformTerms, type PolicyTerms } from './policy-terms.js';

/**
 * The terms that are to hold from now on, or why they cannot. What is not named becomes the default, but for
 * what the platform alone sets: that stays as it is.
 */
export function decidePolicy(
  current: PolicyTerms,
  wanted: Partial<PolicyTerms>,
  { sellerId, actor }: { readonly sellerId: string; readonly actor: Actor },
): PolicyTerms | PolicyRefusal {
  const owner = actor.role === 'seller' && actor.id === sellerId;
  const marketplace = actor.role === 'platform' || actor.role === 'service';
  if (!owner && !marketplace)
    return refuse('role-not-allowed', 'Only the seller or the platform may set this.');

  const kept = Object.fromEntries(platformTerms.map((name) => [name, current[name]]));
  const terms = { ...defaultTerms, ...kept, ...wanted };
  const changed = platformTerms.find((name) => !isDeepStrictEqual(terms[name], current[name]));
  if (owner && changed !== undefined)
    return refuse('role-not-allowed', `Only the platform sets ${changed}.`, `/${changed}`);
  return checkTerms(terms) ?? terms;
}
