import { returnCases } from '../cases/case-kinds.js';
import { freeOfCases } from '../cases/case-units.js';
import { findCase } from '../cases/find-case.js';
import { type CommandRules, no, to } from '../command-rules.js';
import { checkUnits } from '../decide/check-units.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { faultOf, isOthersFault } from '../reasons.js';
import { type Refusal, refuse } from '../refusal.js';
import { type RequestReturn } from './commands.js';
import { isExcluded, returnsUntil, returnTerms } from './return-terms.js';

export const requestReturnRules: CommandRules<RequestReturn> = {
  roles: ['buyer', 'service'],
  in: {
    AwaitingPayment: no('order-not-delivered'),
    OnHold: no('order-not-delivered'),
    AwaitingConfirmation: no('order-not-delivered'),
    Confirmed: no('order-not-delivered'),
    ShipmentArranged: no('order-not-delivered'),
    PartiallyShipped: to('PartiallyShipped'),
    InTransit: to('InTransit'),
    Delivered: to('Delivered', 'Completed'),
    Completed: to('Completed'),
    Cancelled: no('order-cancelled'),
  },
  actsOn: (order) => order.lines.some((line) => !isExcluded(order, line) && freeOfCases(order, line) > 0),
  decide,
};

function decide(order: Order, command: RequestReturn, context: DecisionContext): DecisionResult {
  const { type: _, returnId = context.commandId, ...requested } = command;
  if (findCase(returnCases, order, returnId) !== undefined)
    return refuse('return-already-exists', { returnId }, '/returnId');
  if (order.lines.every((line) => line.delivered === 0)) return refuse('order-not-delivered');
  const fault = faultOf('return', command.reason, context.role);
  const wayBackPaidBy = order.policy.refundChargesAtFault && isOthersFault(fault) ? 'seller' : 'buyer';
  return (
    checkWindow(order, context) ??
    checkUnits(order, command.units, (line) => freeOfCases(order, line)) ??
    checkReturnable(order, command, context) ?? [
      { type: 'ReturnRequested', at: context.at, data: { returnId, ...requested, fault, wayBackPaidBy } },
    ]
  );
}

function checkWindow(order: Order, { at }: DecisionContext): Refusal | undefined {
  const until = returnsUntil(order);
  return until !== undefined && Date.parse(at) > Date.parse(until)
    ? refuse('return-window-over', { until: { at: until } })
    : undefined;
}

function checkReturnable(
  order: Order,
  { units }: RequestReturn,
  { at }: DecisionContext,
): Refusal | undefined {
  const { excludedLines } = returnTerms(order, at);
  const index = units.findIndex(({ lineId }) => excludedLines.includes(lineId));
  return index < 0 ? undefined : refuse('goods-not-returnable', {}, `/units/${index}`);
}
