import { claimCases } from '../cases/case-kinds.js';
import { checkClaimable, claimableOf, hasCome, heldUnits } from '../cases/case-units.js';
import { checkCase, findCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type ClaimCase, type Order } from '../order.js';
import { endOfTerm } from '../policy-duration.js';
import { without } from '../quantities.js';
import { type Refusal, refuse } from '../refusal.js';
import { type AppealClaim } from './commands.js';

export const appealClaimRules: CommandRules<AppealClaim> = {
  roles: ['buyer', 'service'],
  in: onceShipped('unknown-claim'),
  actsOn: ({ claims, policy }) =>
    policy.appealDays > 0 &&
    claims.some((claim) => claim.state === 'resolved' && whyNoAppeal(claim) === undefined),
  decide,
};

function decide(order: Order, { claimId, note }: AppealClaim, { at }: DecisionContext): DecisionResult {
  const refusal = checkCase(claimCases, order, claimId, 'ClaimAppealed');
  if (refusal !== undefined) return refusal;
  const claim = findCase(claimCases, order, claimId)!;
  const fault = whyNoAppeal(claim);
  if (fault !== undefined) return refuse('no-appeal', { fault }, '/claimId');
  return (
    checkWindow(order, claim, at) ??
    checkStillFree(order, claim) ?? [{ type: 'ClaimAppealed', at, data: { claimId, note } }]
  );
}

/** An appeal is against a decision that the buyer lost, if only in part, and there is one. */
function whyNoAppeal({ resolvedFor, granted, allowance, lapsed, appealedAt }: ClaimCase): string | undefined {
  if (appealedAt !== undefined) return 'twice';
  if (lapsed) return 'lapsed';
  return resolvedFor === 'buyer' && granted === undefined && allowance === undefined ? 'granted' : undefined;
}

function checkWindow({ policy }: Order, { since }: ClaimCase, at: string): Refusal | undefined {
  // Orders of before have no appeal: for them the term is 0.
  const until = policy.appealDays ? endOfTerm(policy, 'appealDays', since) : since;
  return !policy.appealDays || Date.parse(at) > Date.parse(until)
    ? refuse('appeal-window-over', { until: { at: until } }, '/claimId')
    : undefined;
}

/** What the decision did not grant may be in another return or claim by now, or given up with its package. */
function checkStillFree(order: Order, claim: ClaimCase): Refusal | undefined {
  const rest = without(claim.units, heldUnits(claim));
  const taken = hasCome(order, claim)
    ? rest.length > 0 && checkClaimable(order, rest) !== undefined
    : claimableOf(order, claim.packageId!).length === 0;
  return taken ? refuse('units-in-another-case', {}, '/claimId') : undefined;
}
