import { returnCases } from '../cases/case-kinds.js';
import { checkCase, hasCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { type ReportReturnProblem } from './commands.js';
import { returnRefundedEvents } from './receive-return.js';

export const reportReturnProblemRules: CommandRules<ReportReturnProblem> = {
  roles: ['carrier', 'platform', 'service'],
  in: onceShipped('unknown-return'),
  actsOn: hasCase(returnCases, 'ReturnLost'),
  decide,
};

/** The buyer has sent it back: what is lost then is not the buyer's loss. */
function decide(
  order: Order,
  { returnId, outcome }: ReportReturnProblem,
  { at }: DecisionContext,
): DecisionResult {
  if (outcome === 'undeliverable')
    return (
      checkCase(returnCases, order, returnId, 'ReturnUndelivered') ?? [
        { type: 'ReturnUndelivered', at, data: { returnId } },
      ]
    );
  return (
    checkCase(returnCases, order, returnId, 'ReturnLost') ??
    returnRefundedEvents(order, { type: 'ReturnLost', at, data: { returnId, reason: outcome } })
  );
}
