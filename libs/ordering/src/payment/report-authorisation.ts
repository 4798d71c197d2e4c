import { inEveryStatus } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { isAmount } from '../money.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { type ReportAuthorisation } from './commands.js';
import { kept, samePayment } from './provider-report.js';

export const reportAuthorisationRules: CommandRules<ReportAuthorisation> = {
  roles: ['payments', 'service'],
  in: inEveryStatus,
  decide,
};

/** It moves no money: what was authorised counts once it is captured. What is known already changes nothing. */
function decide(order: Order, command: ReportAuthorisation, { at }: DecisionContext): DecisionResult {
  const { type: _, ...said } = kept(command);
  const { currency } = order;
  if (said.currency !== currency) return refuse('currency-mismatch', { currency }, '/currency');
  if (!isAmount(said.amount)) return refuse('bad-money', { fault: 'negative' }, '/amount');
  const known = (order.authorisations ?? []).find((one) => samePayment(one, said));
  // It ends once: what is said to be authorised after that was so before.
  const over = known !== undefined && known.outcome !== 'authorised';
  return known?.outcome === said.outcome || (over && said.outcome === 'authorised')
    ? []
    : [{ type: 'AuthorisationReported', at, data: said }];
}
