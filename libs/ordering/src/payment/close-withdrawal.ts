import { inEveryStatus } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { type CloseWithdrawal } from './commands.js';
import { kept, samePayment } from './provider-report.js';

export const closeWithdrawalRules: CommandRules<CloseWithdrawal> = {
  roles: ['payments', 'service'],
  in: inEveryStatus,
  actsOn: ({ withdrawals = [] }) => withdrawals.length > 0,
  decide,
};

/** The outcome can change once more: a chargeback that was won can come again. What is known already changes nothing. */
function decide(order: Order, command: CloseWithdrawal, { at }: DecisionContext): DecisionResult {
  const { type: _, provider, paymentId, ...said } = kept(command);
  const found = (order.withdrawals ?? []).find(
    (known) =>
      known.reference === said.reference &&
      samePayment({ provider, paymentId: paymentId ?? known.paymentId }, known),
  );
  if (found === undefined) return refuse('unknown-withdrawal', {}, '/reference');
  const { happenedAt } = said;
  const older =
    happenedAt !== undefined &&
    found.reportedAt !== undefined &&
    Date.parse(happenedAt) < Date.parse(found.reportedAt);
  if (older || found.state === said.outcome) return [];
  return [
    { type: 'WithdrawalClosed', at, data: { ...said, provider: found.provider, paymentId: found.paymentId } },
  ];
}
