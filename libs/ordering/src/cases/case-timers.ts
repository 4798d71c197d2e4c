import { type Order } from '../order.js';
import { type DurationTerm, endOfTerm } from '../policy-duration.js';
import { type TimerRules } from '../timer-rules.js';
import { type TimerName } from '../timers.js';
import { type CaseKind } from './case-kinds.js';
import { type Case } from './case-life.js';

/** When this timer runs: once for each case in a state that names it, for as long as the policy's term says. */
export const caseTimers =
  <State extends string, One extends Case<State>>(
    { all, id, life }: CaseKind<State, One>,
    timer: TimerName,
    term: DurationTerm,
  ): TimerRules['running'] =>
  (order: Order) =>
    // Rows of an older version of the read models may lack a term that is new.
    !order.policy[term]
      ? []
      : all(order)
          .filter(({ state }) => life[state].timer === timer)
          .map((one) => ({ subject: id(one), dueAt: endOfTerm(order.policy, term, one.since) }));
