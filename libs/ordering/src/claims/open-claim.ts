import { claimCases } from '../cases/case-kinds.js';
import { checkClaimable, claimableOf, freeOfCases } from '../cases/case-units.js';
import { findCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { type Units } from '../order-terms.js';
import { endOfTerm } from '../policy-duration.js';
import { faultOf } from '../reasons.js';
import { type Refusal, refuse } from '../refusal.js';
import { type OpenClaim } from './commands.js';

export const openClaimRules: CommandRules<OpenClaim> = {
  roles: ['buyer', 'service'],
  in: onceShipped('order-not-shipped'),
  actsOn: (order) =>
    order.lines.some((line) => freeOfCases(order, line) > 0) ||
    order.packages.some(({ packageId }) => claimableOf(order, packageId).length > 0),
  decide,
};

function decide(order: Order, command: OpenClaim, { at, commandId }: DecisionContext): DecisionResult {
  const { type: _, claimId = commandId, kind, packageId, note, evidence } = command;
  if (findCase(claimCases, order, claimId) !== undefined)
    return refuse('claim-already-exists', { claimId }, '/claimId');
  const late = checkClaimWindow(order, at);
  if (late !== undefined) return late;

  const missing = kind === 'not-received';
  const units = missing ? missingUnits(order, packageId) : claimedUnits(order, command.units ?? []);
  if ('code' in units) return units;
  const concerned = missing ? { units, packageId } : { units };
  return [
    {
      type: 'ClaimOpened',
      at,
      data: { claimId, kind, fault: faultOf('claim', kind), ...concerned, note, evidence },
    },
  ];
}

/** What is on its way has no window: it can be claimed until it has arrived, and so long after. */
function checkClaimWindow({ deliveredAt, policy }: Order, at: string): Refusal | undefined {
  if (deliveredAt === undefined) return undefined;
  const until = endOfTerm(policy, 'claimWindowDays', deliveredAt);
  return Date.parse(at) > Date.parse(until)
    ? refuse('claim-window-over', { until: { at: until } })
    : undefined;
}

function missingUnits(order: Order, packageId: string | undefined): readonly Units[] | Refusal {
  if (packageId === undefined) return refuse('package-required', {}, '/packageId');
  const parcel = order.packages.find((known) => known.packageId === packageId);
  if (parcel === undefined) return refuse('unknown-package', { packageId }, '/packageId');
  if (parcel.shippedAt === undefined) return refuse('order-not-shipped', {}, '/packageId');
  const units = claimableOf(order, packageId);
  return units.length > 0 ? units : refuse('units-in-another-case', {}, '/packageId');
}

const claimedUnits = (order: Order, units: readonly Units[]): readonly Units[] | Refusal =>
  checkClaimable(order, units) ?? units;
