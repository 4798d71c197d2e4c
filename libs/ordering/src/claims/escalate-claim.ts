import { claimCases } from '../cases/case-kinds.js';
import { checkCase, findCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { type EscalateClaim } from './commands.js';

export const escalateClaimRules: CommandRules<EscalateClaim> = {
  roles: ['buyer', 'service'],
  in: onceShipped('unknown-claim'),
  actsOn: (order) => order.claims.some(({ state }) => state === 'disputed'),
  decide,
};

function decide(order: Order, { claimId }: EscalateClaim, { at }: DecisionContext): DecisionResult {
  const found = findCase(claimCases, order, claimId);
  // Until its time is over the seller has the first word.
  if (found?.state === 'opened')
    return refuse('case-in-other-state', { kind: 'claim', waitsFor: 'seller' }, '/claimId');
  return (
    checkCase(claimCases, order, claimId, 'ClaimEscalated') ?? [
      { type: 'ClaimEscalated', at, data: { claimId } },
    ]
  );
}
