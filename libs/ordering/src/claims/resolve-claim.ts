import { checkCase } from '../cases/check-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type Ruling } from '../decide/decision.js';
import { type Order } from '../order.js';
import { withRefund } from '../refunds/with-refund.js';
import { claimLife } from './claim-life.js';
import { type ResolveClaim } from './commands.js';
import { findClaim, hasClaim } from './find-claim.js';

export const resolveClaim: CommandRules<ResolveClaim> = {
  roles: ['platform', 'service'],
  in: onceShipped('unknown-claim'),
  actsOn: hasClaim('ClaimResolved'),
  decide,
};

function decide(order: Order, { type: _, ...data }: ResolveClaim, { at }: DecisionContext): Ruling {
  const { claimId } = data;
  return (
    checkCase(claimLife, findClaim(order, claimId), 'ClaimResolved', ['claim', claimId]) ??
    withRefund(order, [{ type: 'ClaimResolved', at, data }], { reason: 'claim', claimId })
  );
}
