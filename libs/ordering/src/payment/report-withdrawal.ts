import { inEveryStatus } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { isAmount } from '../money.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { type ReportWithdrawal } from './commands.js';
import { kept, samePayment } from './provider-report.js';

export const reportWithdrawalRules: CommandRules<ReportWithdrawal> = {
  roles: ['payments', 'service'],
  in: inEveryStatus,
  actsOn: ({ payments }) => payments.length > 0,
  decide,
};

/** Of money that is not here yet the provider is to say it again. What it has said already changes nothing. */
function decide(order: Order, command: ReportWithdrawal, { at }: DecisionContext): DecisionResult {
  const { type: _, ...said } = kept(command);
  const { currency } = order;
  if (said.currency !== currency) return refuse('currency-mismatch', { currency }, '/currency');
  if (!isAmount(said.amount) || said.amount === 0) return refuse('bad-money', { fault: 'zero' }, '/amount');
  const payment = order.payments.find((known) => samePayment(known, said));
  if (payment === undefined) return refuse('unknown-payment', {}, '/paymentId');
  const known = (order.withdrawals ?? []).some(
    (one) => one.reference === said.reference && samePayment(one, payment),
  );
  const { provider, paymentId } = payment;
  return known ? [] : [{ type: 'FundsWithdrawn', at, data: { ...said, provider, paymentId } }];
}
