import { refundCases } from '../cases/case-kinds.js';
import { canHappen } from '../cases/case-life.js';
import { hasCase } from '../cases/find-case.js';
import { oncePaid } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { holdsCardNumber } from '../payment/card-number.js';
import { refuse } from '../refusal.js';
import { type NameRefundAccount } from './commands.js';
import { checkShare } from './find-share.js';
import { refundExpectedBy } from './refund-initiated-events.js';
import { refundLife } from './refund-life.js';

export const nameRefundAccountRules: CommandRules<NameRefundAccount> = {
  roles: ['buyer', 'platform', 'service'],
  in: oncePaid('unknown-refund'),
  actsOn: hasCase(refundCases, 'RefundAccountNamed'),
  decide,
};

/** The account is that of every share of the refund that could not go back the way it came. */
function decide(
  order: Order,
  { refundId, account }: NameRefundAccount,
  { at }: DecisionContext,
): DecisionResult {
  const shares = order.refunds.filter((share) => share.refundId === refundId);
  if (shares.length === 0) return refuse('unknown-refund', {}, '/refundId');
  const open = shares.filter((share) => canHappen(refundLife, share, 'RefundAccountNamed'));
  if (open.length === 0) return checkShare(order, shares[0]!, 'RefundAccountNamed')!;
  // Accounts are numbers too; what has a card's length and check digit is a card.
  if (account.number.replaceAll(/\D/g, '').length >= 16 && holdsCardNumber(account.number))
    return refuse('card-data-not-allowed', {}, '/account/number');
  const expectedBy = refundExpectedBy(order, at, 'bank-transfer');
  return [{ type: 'RefundAccountNamed', at, data: { refundId, account, expectedBy } }];
}
