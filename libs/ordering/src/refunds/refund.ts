import { captured, paidAhead } from '../amounts.js';
import { refundCases } from '../cases/case-kinds.js';
import { findCase } from '../cases/find-case.js';
import { oncePaid } from '../cases/status-rules.js';
import { type CommandRules, no } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { isAmount } from '../money.js';
import { type Order } from '../order.js';
import { withdrawn } from '../payment/withdrawal.js';
import { refuse } from '../refusal.js';
import { voucherIssuedEvent } from '../vouchers/voucher-issued-event.js';
import { type RefundOrder } from './commands.js';
import { refundInitiatedEvents } from './refund-initiated-events.js';

export const refundRules: CommandRules<RefundOrder> = {
  roles: ['platform', 'service'],
  // All that was paid for a cancelled order goes back anyway.
  in: { ...oncePaid('order-not-paid'), Cancelled: no('order-cancelled') },
  actsOn: (order) => left(order) > 0,
  decide,
};

/** Of refunds that follow from a return, a claim, a package or a change, and of those that were given no name. */
const ownNames = /^(return|claim|appeal|package|change|goodwill)\./;

/** What was paid of the price as it is, and has not gone back. */
const left = (order: Order): number => captured(order) - withdrawn(order) - order.refunded - paidAhead(order);

function decide(
  order: Order,
  { refundId, amount, as, note }: RefundOrder,
  { at, commandId }: DecisionContext,
): DecisionResult {
  if (refundId !== undefined && ownNames.test(refundId)) return refuse('reserved-name', {}, '/refundId');
  const name = refundId ?? `goodwill.${commandId}`;
  if (findCase(refundCases, order, name) !== undefined)
    return refuse('refund-already-exists', { refundId: name }, '/refundId');
  if (!isAmount(amount) || amount === 0) return refuse('bad-money', { fault: 'zero' }, '/amount');
  if (as === 'voucher') {
    const promised = { amount, paidBy: 'platform', reason: 'goodwill', note } as const;
    return [voucherIssuedEvent(order, promised, { at, commandId })];
  }
  const most = { money: left(order), currency: order.currency };
  if (amount > most.money) return refuse('refund-over-captured', { left: most }, '/amount');
  return refundInitiatedEvents(order, at, { refundId: name, amount, reason: 'goodwill', note });
}
