import { claimCases } from '../cases/case-kinds.js';
import { checkCase, hasCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type WithdrawClaim } from './commands.js';

export const withdrawClaimRules: CommandRules<WithdrawClaim> = {
  roles: ['buyer', 'service'],
  in: onceShipped('unknown-claim'),
  actsOn: hasCase(claimCases, 'ClaimWithdrawn'),
  decide: (order, { claimId }, { at }) =>
    checkCase(claimCases, order, claimId, 'ClaimWithdrawn') ?? [
      { type: 'ClaimWithdrawn', at, data: { claimId } },
    ],
};
