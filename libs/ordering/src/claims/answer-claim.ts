import { claimCases } from '../cases/case-kinds.js';
import { checkCase, hasCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type OrderEvent } from '../events.js';
import { type Order } from '../order.js';
import { claimResolvedEvents } from './claim-resolved-events.js';
import { type AnswerClaim } from './commands.js';

export const answerClaimRules: CommandRules<AnswerClaim> = {
  roles: ['seller', 'service'],
  in: onceShipped('unknown-claim'),
  actsOn: hasCase(claimCases, 'ClaimAnswered'),
  decide,
};

function decide(
  order: Order,
  { claimId, accept, note }: AnswerClaim,
  { at }: DecisionContext,
): DecisionResult {
  const refusal = checkCase(claimCases, order, claimId, 'ClaimAnswered');
  if (refusal !== undefined) return refusal;
  const answered: OrderEvent = { type: 'ClaimAnswered', at, data: { claimId, accepted: accept, note } };
  if (!accept) return [answered];
  return claimResolvedEvents(order, [answered], { at, data: { claimId, resolvedFor: 'buyer' } });
}
