import { checkCase } from '../cases/check-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type Ruling } from '../decide/decision.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { claimLife } from './claim-life.js';
import { type EscalateClaim } from './commands.js';
import { findClaim } from './find-claim.js';

export const escalateClaim: CommandRules<EscalateClaim> = {
  roles: ['buyer', 'service'],
  in: onceShipped('unknown-claim'),
  actsOn: (order) => order.claims.some(({ state }) => state === 'disputed'),
  decide,
};

function decide(order: Order, { claimId }: EscalateClaim, { at }: DecisionContext): Ruling {
  const found = findClaim(order, claimId);
  // Until its time is over the seller has the first word.
  if (found?.state === 'opened')
    return refuse('case-in-other-state', `The seller has not answered the claim ${claimId} yet.`, '/claimId');
  return (
    checkCase(claimLife, found, 'ClaimEscalated', ['claim', claimId]) ?? [
      { type: 'ClaimEscalated', at, data: { claimId } },
    ]
  );
}
