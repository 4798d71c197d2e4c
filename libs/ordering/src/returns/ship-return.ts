import { returnCases } from '../cases/case-kinds.js';
import { checkCase, findCase, hasCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { type ShipReturn } from './commands.js';

export const shipReturnRules: CommandRules<ShipReturn> = {
  roles: ['buyer', 'service'],
  in: onceShipped('unknown-return'),
  actsOn: hasCase(returnCases, 'ReturnShipped'),
  decide,
};

/** A wrong number is put right by saying it again; what stands there already is accepted, and nothing is recorded. */
function decide(order: Order, { type: _, ...data }: ShipReturn, { at }: DecisionContext): DecisionResult {
  const refusal = checkCase(returnCases, order, data.returnId, 'ReturnShipped');
  if (refusal !== undefined) return refusal;
  const { sentWith } = findCase(returnCases, order, data.returnId)!;
  return sentWith?.carrier === data.carrier && sentWith.trackingNumber === data.trackingNumber
    ? []
    : [{ type: 'ReturnShipped', at, data }];
}
