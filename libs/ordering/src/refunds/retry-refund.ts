import { refundCases } from '../cases/case-kinds.js';
import { hasCase } from '../cases/find-case.js';
import { oncePaid } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type RetryRefund } from './commands.js';
import { checkShare, findShare } from './find-share.js';
import { refundRetriedEvent } from './refund-retried-event.js';

export const retryRefundRules: CommandRules<RetryRefund> = {
  roles: ['payments', 'platform', 'service'],
  in: oncePaid('unknown-refund'),
  actsOn: hasCase(refundCases, 'RefundRetried'),
  decide: (order, command, { at }) => {
    const found = findShare(order, command);
    if ('code' in found) return found;
    return checkShare(order, found, 'RefundRetried') ?? [refundRetriedEvent(order, found, at)];
  },
};
