import { refundCases } from '../cases/case-kinds.js';
import { checkCase, findCase, hasCase } from '../cases/find-case.js';
import { oncePaid } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type OrderEvent } from '../events.js';
import { type Order } from '../order.js';
import { type FailRefund } from './commands.js';

export const failRefundRules: CommandRules<FailRefund> = {
  roles: ['payments', 'service'],
  in: oncePaid('unknown-refund'),
  actsOn: hasCase(refundCases, 'RefundFailed'),
  decide,
};

/** What the provider has said already changes nothing; after the last attempt a person goes on. */
function decide(order: Order, { type: _, ...data }: FailRefund, { at }: DecisionContext): DecisionResult {
  const found = findCase(refundCases, order, data.refundId);
  if (found?.failures.includes(data.reference)) return [];
  const refusal = checkCase(refundCases, order, data.refundId, 'RefundFailed');
  if (refusal !== undefined) return refusal;
  const failed: OrderEvent = { type: 'RefundFailed', at, data };
  return found!.failures.length + 1 < order.policy.refundAttempts
    ? [failed]
    : [failed, { type: 'RefundHandedOver', at, data: { refundId: data.refundId } }];
}
