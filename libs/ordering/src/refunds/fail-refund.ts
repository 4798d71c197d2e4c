import { checkCase } from '../cases/check-case.js';
import { refundAttempts } from '../cases/deadlines.js';
import { oncePaid } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type Ruling } from '../decide/decision.js';
import { type OrderEvent } from '../events.js';
import { type Order } from '../order.js';
import { type FailRefund } from './commands.js';
import { findRefund, hasRefund } from './find-refund.js';
import { refundLife } from './refund-life.js';

export const failRefund: CommandRules<FailRefund> = {
  roles: ['payments', 'service'],
  in: oncePaid('unknown-refund'),
  actsOn: hasRefund('RefundFailed'),
  decide,
};

/** What the provider has said already changes nothing; after the last attempt a person goes on. */
function decide(order: Order, { type: _, ...data }: FailRefund, { at }: DecisionContext): Ruling {
  const found = findRefund(order, data.refundId);
  if (found?.failures.includes(data.reference)) return [];
  const refusal = checkCase(refundLife, found, 'RefundFailed', ['refund', data.refundId]);
  if (refusal !== undefined) return refusal;
  const failed: OrderEvent = { type: 'RefundFailed', at, data };
  return found!.failures.length + 1 < refundAttempts
    ? [failed]
    : [failed, { type: 'RefundHandedOver', at, data: { refundId: data.refundId } }];
}
