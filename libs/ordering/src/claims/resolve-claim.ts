import { claimCases } from '../cases/case-kinds.js';
import { checkCase, hasCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { claimResolvedEvents } from './claim-resolved-events.js';
import { type ResolveClaim } from './commands.js';

export const resolveClaimRules: CommandRules<ResolveClaim> = {
  roles: ['platform', 'service'],
  in: onceShipped('unknown-claim'),
  actsOn: hasCase(claimCases, 'ClaimResolved'),
  decide,
};

function decide(order: Order, { type: _, ...data }: ResolveClaim, { at }: DecisionContext): DecisionResult {
  const { claimId } = data;
  return (
    checkCase(claimCases, order, claimId, 'ClaimResolved') ?? claimResolvedEvents(order, [], { at, data })
  );
}
