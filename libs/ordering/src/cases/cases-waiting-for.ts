import { type Order } from '../order.js';
import { type CaseKind, claimCases, packageCases, refundCases, returnCases } from './case-kinds.js';
import { type Case, type CaseParty } from './case-life.js';

/** A case of an order in which it is somebody's turn. */
export interface WaitingCase extends Case<string> {
  readonly kind: CaseKind<never, never>['name'];
  readonly caseId: string;
}

/** The order's cases in which it is this party's turn, the longest waiting first. */
export const casesWaitingFor = (order: Order, party: CaseParty): WaitingCase[] =>
  [
    ...waiting(returnCases, order, party),
    ...waiting(claimCases, order, party),
    ...waiting(refundCases, order, party),
    ...waiting(packageCases, order, party),
  ].sort((a, b) => Date.parse(a.since) - Date.parse(b.since));

const waiting = <State extends string, One extends Case<State>>(
  { name, life, all, id }: CaseKind<State, One>,
  order: Order,
  party: CaseParty,
): WaitingCase[] =>
  all(order)
    .filter(({ state }) => life[state].waitsFor === party)
    .map((one) => ({ kind: name, caseId: id(one), state: one.state, since: one.since }));
