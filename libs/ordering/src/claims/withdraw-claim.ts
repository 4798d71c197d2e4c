import { checkCase } from '../cases/check-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { claimLife } from './claim-life.js';
import { type WithdrawClaim } from './commands.js';
import { findClaim, hasClaim } from './find-claim.js';

export const withdrawClaim: CommandRules<WithdrawClaim> = {
  roles: ['buyer', 'service'],
  in: onceShipped('unknown-claim'),
  actsOn: hasClaim('ClaimWithdrawn'),
  decide: (order, { claimId }, { at }) =>
    checkCase(claimLife, findClaim(order, claimId), 'ClaimWithdrawn', ['claim', claimId]) ?? [
      { type: 'ClaimWithdrawn', at, data: { claimId } },
    ],
};
