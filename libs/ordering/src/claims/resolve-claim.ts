import { due } from '../amounts.js';
import { claimCases } from '../cases/case-kinds.js';
import { hasCome, ungranted } from '../cases/case-units.js';
import { checkCase, findCase, hasCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { checkUnits } from '../decide/check-units.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { evolve } from '../evolve.js';
import { isAmount } from '../money.js';
import { type ClaimCase, type Order } from '../order.js';
import { unitsOf, without } from '../quantities.js';
import { type Refusal, refuse } from '../refusal.js';
import { claimResolvedEvents } from './claim-resolved-events.js';
import { type ResolveClaim } from './commands.js';

export const resolveClaimRules: CommandRules<ResolveClaim> = {
  roles: ['platform', 'service'],
  in: onceShipped('unknown-claim'),
  actsOn: hasCase(claimCases, 'ClaimResolved'),
  decide,
};

function decide(order: Order, command: ResolveClaim, { at }: DecisionContext): DecisionResult {
  const { claimId, resolvedFor, units, amount: allowance, note } = command;
  const claim = findCase(claimCases, order, claimId);
  const refusal =
    checkCase(claimCases, order, claimId, 'ClaimResolved') ?? checkPart(order, claim!, command, at);
  if (refusal !== undefined) return refusal;
  const granted = units && without(ungranted(claim!), units).length > 0 ? units : undefined;
  return claimResolvedEvents(order, [], { at, data: { claimId, resolvedFor, granted, allowance, note } });
}

/** Why that part of the claim cannot be granted; all of it can. */
function checkPart(
  order: Order,
  claim: ClaimCase,
  { claimId, resolvedFor, units, amount }: ResolveClaim,
  at: string,
): Refusal | undefined {
  if (units === undefined && amount === undefined) return undefined;
  const pointer = units === undefined ? '/amount' : '/units';
  if (resolvedFor === 'seller') return refuse('not-in-part', { fault: 'seller' }, pointer);
  if (units !== undefined && amount !== undefined) return refuse('not-in-part', { fault: 'both' }, '/amount');
  if (!hasCome(order, claim)) return refuse('not-in-part', { fault: 'package' }, pointer);
  // An amount is not shared among units: an appeal adds to it, or grants the units as a whole.
  if (units !== undefined && claim.allowance !== undefined)
    return refuse('not-in-part', { fault: 'amount' }, '/units');
  if (units !== undefined) return checkUnits(order, units, ({ lineId }) => unitsOf(ungranted(claim), lineId));
  if (!isAmount(amount!) || amount === 0) return refuse('bad-money', { fault: 'zero' }, '/amount');
  const whole = evolve(order, { type: 'ClaimResolved', at, data: { claimId, resolvedFor } });
  const most = { money: due(order) - due(whole), currency: order.currency };
  return amount! > most.money ? refuse('claim-over-worth', { most }, '/amount') : undefined;
}
