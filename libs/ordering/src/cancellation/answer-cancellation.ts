import { type CommandRules, no, to } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { type AnswerCancellation } from './commands.js';

export const answerCancellationRules: CommandRules<AnswerCancellation> = {
  roles: ['seller', 'platform', 'service'],
  in: {
    AwaitingPayment: no('unknown-cancellation'),
    OnHold: no('unknown-cancellation'),
    AwaitingConfirmation: to('AwaitingConfirmation', 'Cancelled'),
    Confirmed: to('Confirmed', 'Delivered', 'Cancelled'),
    ShipmentArranged: to('ShipmentArranged', 'Confirmed', 'Delivered', 'Cancelled'),
    PartiallyShipped: to('PartiallyShipped', 'InTransit', 'Delivered', 'Cancelled'),
    InTransit: no('unknown-cancellation'),
    Delivered: no('unknown-cancellation'),
    Completed: no('unknown-cancellation'),
    Cancelled: no('unknown-cancellation'),
  },
  actsOn: (order) => order.openCancellations.length > 0,
  decide,
};

function decide(
  order: Order,
  { cancellationId, approve, note }: AnswerCancellation,
  { at }: DecisionContext,
): DecisionResult {
  const request = order.openCancellations.find((open) => open.cancellationId === cancellationId);
  if (request === undefined) return refuse('unknown-cancellation', {}, '/cancellationId');
  const { requestedAt: _, ...cancelled } = request;
  return approve
    ? [
        { type: 'CancellationApproved', at, data: { cancellationId } },
        { type: 'LinesCancelled', at, data: cancelled },
      ]
    : [{ type: 'CancellationRejected', at, data: { cancellationId, note } }];
}
