import { type Actor } from '@app/ordering';
import { checkTerms } from './check-terms.js';
import { type PolicyRefusal, refuse } from './policy-refusal.js';
import { defaultTerms, type PolicyTerms } from './policy-terms.js';

/**
 * The terms that are to hold from now on, or why they cannot. What is not named becomes the default, but for the
 * platform's fee: that is the platform's to set, and stays as it is.
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

  const { platformFeeBasisPoints } = current;
  const terms = { ...defaultTerms, platformFeeBasisPoints, ...wanted };
  if (owner && terms.platformFeeBasisPoints !== platformFeeBasisPoints)
    return refuse('role-not-allowed', 'The platform sets its own fee.', '/platformFeeBasisPoints');
  return checkTerms(terms) ?? terms;
}
