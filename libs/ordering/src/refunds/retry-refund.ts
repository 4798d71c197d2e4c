import { checkCase } from '../cases/check-case.js';
import { oncePaid } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { findRefund, hasRefund } from './find-refund.js';
import { type RetryRefund } from './commands.js';
import { expectation } from './initiate-refund.js';
import { refundLife } from './refund-life.js';

export const retryRefund: CommandRules<RetryRefund> = {
  roles: ['payments', 'platform', 'service'],
  in: oncePaid('unknown-refund'),
  actsOn: hasRefund('RefundRetried'),
  decide: (order, { refundId }, { at }) =>
    checkCase(refundLife, findRefund(order, refundId), 'RefundRetried', ['refund', refundId]) ?? [
      { type: 'RefundRetried', at, data: { refundId, expectedBy: expectation(order, at).expectedBy } },
    ],
};
