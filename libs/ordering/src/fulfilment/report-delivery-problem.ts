import { packageCases } from '../cases/case-kinds.js';
import { checkCase, findCase, hasCase } from '../cases/find-case.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import {
  type DeliveryAttempted,
  type PackageHeld,
  type PackageLost,
  type PackageReturning,
} from '../events.js';
import { type Order } from '../order.js';
import { faultOf } from '../reasons.js';
import { type Refusal, refuse } from '../refusal.js';
import { type ReportDeliveryProblem } from './commands.js';
import { checkDay } from './estimates.js';
import { givenUpEvents } from './given-up-events.js';
import { type DeliveryState, packageLife } from './package-life.js';
import { checkOwnCourier, packageOnItsWay } from './package-on-its-way.js';
import { onceSent } from './status-rules.js';

export const reportDeliveryProblemRules: CommandRules<ReportDeliveryProblem> = {
  roles: ['seller', 'carrier', 'platform', 'service'],
  in: onceSent,
  actsOn: (order) =>
    hasCase(packageCases, 'DeliveryAttempted')(order) || hasCase(packageCases, 'PackageReturning')(order),
  decide,
};

/** What is known already is accepted, and nothing is recorded again; each attempt is one of its own. */
function decide(
  order: Order,
  command: ReportDeliveryProblem,
  { at, role, isHistory }: DecisionContext,
): DecisionResult {
  const { packageId, until } = command;
  const parcel = packageOnItsWay(order, packageId);
  if ('code' in parcel) return parcel;
  const event = factOf(command, at);
  const refusal =
    checkOwnCourier(parcel, role) ??
    (until === undefined || isHistory ? undefined : checkDay(until, at, '/until'));
  if (refusal !== undefined) return refusal;
  const { state } = findCase(packageCases, order, packageId)!;
  if (isKnown[event.type] === state) return [];
  if (command.outcome === 'found' && state !== 'lost') return inOtherState(state);
  const impossible = checkCase(packageCases, order, packageId, event.type);
  if (impossible !== undefined) return impossible;
  return event.type === 'PackageReturning' || event.type === 'PackageLost'
    ? givenUpEvents(order, event)
    : [event];
}

const isKnown: Partial<Record<ReturnType<typeof factOf>['type'], string>> = {
  PackageReturning: 'returning',
  PackageLost: 'lost',
};

/** What was found again goes back to the seller: its buyer has the price back. */
function factOf(
  { packageId, outcome, place, until }: ReportDeliveryProblem,
  at: string,
): DeliveryAttempted | PackageHeld | PackageReturning | PackageLost {
  switch (outcome) {
    case 'attempted':
      return { type: 'DeliveryAttempted', at, data: { packageId, until } };
    case 'held-for-pick-up':
      return { type: 'PackageHeld', at, data: { packageId, place, until } };
    case 'lost':
    case 'damaged':
      return {
        type: 'PackageLost',
        at,
        data: { packageId, reason: outcome, fault: faultOf('package', outcome) },
      };
    default:
      return {
        type: 'PackageReturning',
        at,
        data: { packageId, reason: outcome, fault: faultOf('package', outcome) },
      };
  }
}

const inOtherState = (state: DeliveryState): Refusal =>
  refuse('case-in-other-state', { kind: 'package', waitsFor: packageLife[state].waitsFor }, '/packageId');
