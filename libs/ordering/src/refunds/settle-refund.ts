import { refundCases } from '../cases/case-kinds.js';
import { hasCase } from '../cases/find-case.js';
import { oncePaid } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { kept } from '../payment/provider-report.js';
import { type SettleRefund } from './commands.js';
import { checkShare, findShare } from './find-share.js';
import { isNews } from './provider-said.js';

export const settleRefundRules: CommandRules<SettleRefund> = {
  roles: ['payments', 'platform', 'service'],
  in: oncePaid('unknown-refund'),
  actsOn: hasCase(refundCases, 'RefundSettled'),
  decide,
};

/** What the provider has said already changes nothing. */
function decide(order: Order, command: SettleRefund, { at }: DecisionContext): DecisionResult {
  const { type: _, provider, paymentId, ...said } = kept(command);
  const found = findShare(order, { refundId: said.refundId, provider, paymentId });
  if ('code' in found) return found;
  if (!isNews(found, 'settled', said)) return [];
  const { share } = found;
  return (
    checkShare(order, found, 'RefundSettled') ?? [{ type: 'RefundSettled', at, data: { ...said, share } }]
  );
}
