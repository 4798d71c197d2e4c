import { refundCases } from '../cases/case-kinds.js';
import { checkCase, findCase, hasCase } from '../cases/find-case.js';
import { oncePaid } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { type SettleRefund } from './commands.js';

export const settleRefundRules: CommandRules<SettleRefund> = {
  roles: ['payments', 'platform', 'service'],
  in: oncePaid('unknown-refund'),
  actsOn: hasCase(refundCases, 'RefundSettled'),
  decide,
};

/** What the provider has said already changes nothing. */
function decide(order: Order, { type: _, ...data }: SettleRefund, { at }: DecisionContext): DecisionResult {
  const found = findCase(refundCases, order, data.refundId);
  if (found?.settledBy === data.reference) return [];
  return (
    checkCase(refundCases, order, data.refundId, 'RefundSettled') ?? [{ type: 'RefundSettled', at, data }]
  );
}
