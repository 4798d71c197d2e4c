import { returnCases } from '../cases/case-kinds.js';
import { checkCase, findCase, hasCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type OrderEvent } from '../events.js';
import { type Order } from '../order.js';
import { eventsWithRefund } from '../refunds/events-with-refund.js';
import { type AnswerOffer } from './commands.js';

export const answerOfferRules: CommandRules<AnswerOffer> = {
  roles: ['buyer', 'service'],
  in: onceShipped('unknown-return'),
  actsOn: hasCase(returnCases, 'PartialRefundAccepted'),
  decide,
};

function decide(order: Order, { returnId, accept }: AnswerOffer, { at }: DecisionContext): DecisionResult {
  const found = findCase(returnCases, order, returnId);
  const refusal = checkCase(returnCases, order, returnId, 'PartialRefundAccepted');
  if (refusal !== undefined) return refusal;
  if (!accept) return [{ type: 'PartialRefundDeclined', at, data: { returnId } }];
  const accepted: OrderEvent = {
    type: 'PartialRefundAccepted',
    at,
    data: { returnId, amount: found!.offered! },
  };
  return eventsWithRefund(order, [accepted], { reason: 'partial-refund', returnId });
}
