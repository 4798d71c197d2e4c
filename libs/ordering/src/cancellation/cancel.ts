import { checkReason } from '../check-reason.js';
import { type CommandRules, no, to } from '../command-rules.js';
import { checkUnits } from '../decide/check-units.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { cancellable, everyUnit } from '../quantities.js';
import { faultOf } from '../reasons.js';
import { refuse } from '../refusal.js';
import { statusOf } from '../status.js';
import { type CancelOrder } from './commands.js';

export const cancelRules: CommandRules<CancelOrder> = {
  roles: ['buyer', 'seller', 'platform', 'service'],
  in: {
    AwaitingPayment: to('AwaitingPayment', 'OnHold', 'AwaitingConfirmation', 'Cancelled'),
    OnHold: to('OnHold', 'Cancelled'),
    AwaitingConfirmation: to('AwaitingConfirmation', 'Cancelled'),
    Confirmed: to('Confirmed', 'Delivered', 'Cancelled'),
    ShipmentArranged: to('ShipmentArranged', 'Confirmed', 'Delivered', 'Cancelled'),
    PartiallyShipped: to('PartiallyShipped', 'InTransit', 'Delivered', 'Cancelled'),
    InTransit: no('order-already-shipped'),
    Delivered: no('order-already-shipped'),
    Completed: no('order-already-shipped'),
    Cancelled: no('order-cancelled'),
  },
  actsOn: (order) => order.lines.some((line) => cancellable(order, line) > 0),
  decide,
};

function decide(order: Order, command: CancelOrder, context: DecisionContext): DecisionResult {
  const { type: _, cancellationId = context.commandId, ...requested } = command;
  if (order.cancellationIds.includes(cancellationId))
    return refuse('cancellation-already-exists', { cancellationId }, '/cancellationId');
  const notTheirs = checkReason('cancellation', command.reason, context.role, '/reason');
  if (notTheirs !== undefined) return notTheirs;
  const units = command.units ?? everyUnit(order, (line) => cancellable(order, line));
  if (units.length === 0)
    return order.openCancellations.length > 0
      ? refuse('cancellation-open')
      : refuse('nothing-left', { fault: 'cancelled' });
  const refusal = checkUnits(order, units, (line) => cancellable(order, line));
  if (refusal !== undefined) return refusal;

  const fault = faultOf('cancellation', command.reason, context.role);
  const type = mustAsk(order, context) ? 'CancellationRequested' : 'LinesCancelled';
  return [{ type, at: context.at, data: { ...requested, cancellationId, units, fault } }];
}

/** A buyer cancels freely until the order reaches the seller, and has to ask afterwards. */
function mustAsk(order: Order, { role }: DecisionContext): boolean {
  const status = statusOf(order);
  return role === 'buyer' && status !== 'AwaitingPayment' && status !== 'OnHold';
}
