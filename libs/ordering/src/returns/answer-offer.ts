import { checkCase } from '../cases/check-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type Ruling } from '../decide/decision.js';
import { type OrderEvent } from '../events.js';
import { type Order } from '../order.js';
import { withRefund } from '../refunds/with-refund.js';
import { type AnswerOffer } from './commands.js';
import { findReturn, hasReturn } from './find-return.js';
import { returnLife } from './return-life.js';

export const answerOffer: CommandRules<AnswerOffer> = {
  roles: ['buyer', 'service'],
  in: onceShipped('unknown-return'),
  actsOn: hasReturn('PartialRefundAccepted'),
  decide,
};

function decide(order: Order, { returnId, accept }: AnswerOffer, { at }: DecisionContext): Ruling {
  const found = findReturn(order, returnId);
  const refusal = checkCase(returnLife, found, 'PartialRefundAccepted', ['return', returnId]);
  if (refusal !== undefined) return refusal;
  if (!accept) return [{ type: 'PartialRefundDeclined', at, data: { returnId } }];
  const accepted: OrderEvent = {
    type: 'PartialRefundAccepted',
    at,
    data: { returnId, amount: found!.offered! },
  };
  return withRefund(order, [accepted], { reason: 'partial-refund', returnId });
}
