import { type AnswerCancellation } from '../commands.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { type DecisionContext, type Ruling } from './decision.js';

export function answerCancellation(
  order: Order,
  { cancellationId, approve, note }: AnswerCancellation,
  { at }: DecisionContext,
): Ruling {
  const request = order.openCancellations.find((open) => open.cancellationId === cancellationId);
  if (request === undefined)
    return refuse('unknown-cancellation', `No open request ${cancellationId}.`, '/cancellationId');
  return approve
    ? [
        { type: 'CancellationApproved', at, data: { cancellationId } },
        { type: 'LinesCancelled', at, data: request },
      ]
    : [{ type: 'CancellationRejected', at, data: { cancellationId, note } }];
}
