import { type OrderEventType } from '../events.js';
import { type Refusal, refuse } from '../refusal.js';
import { canHappen, type Case, type CaseLife } from './case-life.js';

/** Why the event cannot happen to the case now: there is no such case, or it is not in a state for it. */
export function checkCase<State extends string>(
  life: CaseLife<State>,
  found: Case<State> | undefined,
  event: OrderEventType,
  [what, id]: readonly ['return' | 'claim' | 'refund', string],
): Refusal | undefined {
  if (found === undefined) return refuse(`unknown-${what}`, `The order has no ${what} ${id}.`, `/${what}Id`);
  return canHappen(life, found, event)
    ? undefined
    : refuse(
        'case-in-other-state',
        `The ${what} ${id} is ${found.state.replaceAll('-', ' ')}: this cannot be done with it now.`,
        `/${what}Id`,
      );
}
