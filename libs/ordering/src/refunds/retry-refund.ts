import { refundCases } from '../cases/case-kinds.js';
import { checkCase, hasCase } from '../cases/find-case.js';
import { oncePaid } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type RetryRefund } from './commands.js';
import { refundExpectation } from './refund-initiated-event.js';

export const retryRefundRules: CommandRules<RetryRefund> = {
  roles: ['payments', 'platform', 'service'],
  in: oncePaid('unknown-refund'),
  actsOn: hasCase(refundCases, 'RefundRetried'),
  decide: (order, { refundId }, { at }) =>
    checkCase(refundCases, order, refundId, 'RefundRetried') ?? [
      { type: 'RefundRetried', at, data: { refundId, expectedBy: refundExpectation(order, at).expectedBy } },
    ],
};
