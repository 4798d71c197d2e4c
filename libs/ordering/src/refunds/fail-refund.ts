import { refundCases } from '../cases/case-kinds.js';
import { hasCase } from '../cases/find-case.js';
import { oncePaid } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type OrderEvent } from '../events.js';
import { type Order } from '../order.js';
import { kept } from '../payment/provider-report.js';
import { type FailRefund } from './commands.js';
import { checkShare, findShare } from './find-share.js';
import { isNews } from './provider-said.js';

export const failRefundRules: CommandRules<FailRefund> = {
  roles: ['payments', 'service'],
  in: oncePaid('unknown-refund'),
  actsOn: hasCase(refundCases, 'RefundFailed'),
  decide,
};

/**
 * What the provider has said already changes nothing. Where the way of paying takes no money back, the buyer is asked
 * for an account; after the last attempt a person goes on.
 */
function decide(order: Order, command: FailRefund, { at }: DecisionContext): DecisionResult {
  const { type: _, provider, paymentId, ...said } = kept(command);
  const found = findShare(order, { refundId: said.refundId, provider, paymentId });
  if ('code' in found) return found;
  if (found.state === 'dropped' || !isNews(found, 'failed', said)) return [];
  const refusal = checkShare(order, found, 'RefundFailed');
  if (refusal !== undefined) return refusal;
  const { refundId, share } = found;
  const failed: OrderEvent = { type: 'RefundFailed', at, data: { ...said, share } };
  if (said.cause === 'not-refundable')
    return [failed, { type: 'RefundAccountAsked', at, data: { refundId, share } }];
  return found.failures.length + 1 < order.policy.refundAttempts
    ? [failed]
    : [failed, { type: 'RefundHandedOver', at, data: { refundId, share } }];
}
