import { isDeepStrictEqual } from 'node:util';
import { type Actor, roleNotAllowed } from '@app/ordering';
import { checkTerms } from './check-terms.js';
import { type PolicyRefusal } from './policy-refusal.js';
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
  if (!owner && !marketplace) return roleNotAllowed(['seller', 'platform']);

  const kept = Object.fromEntries(platformTerms.map((name) => [name, current[name]]));
  const terms = { ...defaultTerms, ...kept, ...wanted };
  const changed = platformTerms.find((name) => !isDeepStrictEqual(terms[name], current[name]));
  if (owner && changed !== undefined) return roleNotAllowed(['platform'], `/${changed}`);
  return checkTerms(terms) ?? terms;
}
