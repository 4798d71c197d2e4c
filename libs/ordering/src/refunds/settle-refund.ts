import { checkCase } from '../cases/check-case.js';
import { oncePaid } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type Ruling } from '../decide/decision.js';
import { type Order } from '../order.js';
import { type SettleRefund } from './commands.js';
import { findRefund, hasRefund } from './find-refund.js';
import { refundLife } from './refund-life.js';

export const settleRefund: CommandRules<SettleRefund> = {
  roles: ['payments', 'platform', 'service'],
  in: oncePaid('unknown-refund'),
  actsOn: hasRefund('RefundSettled'),
  decide,
};

/** What the provider has said already changes nothing. */
function decide(order: Order, { type: _, ...data }: SettleRefund, { at }: DecisionContext): Ruling {
  const found = findRefund(order, data.refundId);
  if (found?.settledBy === data.reference) return [];
  return (
    checkCase(refundLife, found, 'RefundSettled', ['refund', data.refundId]) ?? [
      { type: 'RefundSettled', at, data },
    ]
  );
}
