import { type OrderEventType } from '../events.js';
import { type Order } from '../order.js';
import { type Refusal, refuse } from '../refusal.js';
import { type CaseKind } from './case-kinds.js';
import { canHappen, type Case, isOpen } from './case-life.js';

/** The order's case of that id. */
export const findCase = <State extends string, One extends Case<State>>(
  { all, id }: CaseKind<State, One>,
  order: Order,
  caseId: string | undefined,
): One | undefined => all(order).find((one) => id(one) === caseId);

/** A case of the order that somebody is still to do something about. */
export const findOpenCase = <State extends string, One extends Case<State>>(
  { all, life }: CaseKind<State, One>,
  order: Order,
): One | undefined => all(order).find((one) => isOpen(life, one));

/** Whether an order has a case of the kind to which the event can happen. */
export const hasCase =
  <State extends string, One extends Case<State>>(
    { all, life }: CaseKind<State, One>,
    event: OrderEventType,
  ) =>
  (order: Order): boolean =>
    all(order).some((one) => canHappen(life, one, event));

/** Why the event cannot happen to the case now: there is no such case, or it is not in a state for it. */
export function checkCase<State extends string, One extends Case<State>>(
  kind: CaseKind<State, One>,
  order: Order,
  caseId: string,
  event: OrderEventType,
): Refusal | undefined {
  const { name, life } = kind;
  const found = findCase(kind, order, caseId);
  const pointer = `/${name}Id`;
  if (found === undefined)
    return name === 'package'
      ? refuse('unknown-package', { packageId: caseId }, pointer)
      : refuse(`unknown-${name}`, {}, pointer);
  return canHappen(life, found, event)
    ? undefined
    : refuse('case-in-other-state', { kind: name, waitsFor: life[found.state].waitsFor }, pointer);
}
