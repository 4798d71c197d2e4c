import { type CommandRules, no, to } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { type WithdrawCancellation } from './commands.js';

export const withdrawCancellationRules: CommandRules<WithdrawCancellation> = {
  roles: ['buyer', 'service'],
  in: {
    AwaitingPayment: no('unknown-cancellation'),
    OnHold: no('unknown-cancellation'),
    AwaitingConfirmation: to('AwaitingConfirmation'),
    Confirmed: to('Confirmed', 'Delivered'),
    ShipmentArranged: to('ShipmentArranged'),
    PartiallyShipped: to('PartiallyShipped', 'InTransit', 'Delivered'),
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
  { cancellationId }: WithdrawCancellation,
  { at }: DecisionContext,
): DecisionResult {
  return order.openCancellations.some((open) => open.cancellationId === cancellationId)
    ? [{ type: 'CancellationWithdrawn', at, data: { cancellationId } }]
    : refuse('unknown-cancellation', {}, '/cancellationId');
}
