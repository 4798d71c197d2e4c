import { type Timer, type TimerName } from '../timers.js';
import { type Case, type CaseLife } from './case-life.js';

/** The clock of each case that stands in a state with this timer; `dueAt` says when it runs out, given its start. */
export const caseTimers = <State extends string, Kind extends Case<State>>(
  timer: TimerName,
  life: CaseLife<State>,
  cases: readonly Kind[],
  id: (known: Kind) => string,
  dueAt: (since: string) => string,
): Omit<Timer, 'timer'>[] =>
  cases
    .filter(({ state }) => life[state].timer === timer)
    .map((known) => ({ subject: id(known), dueAt: dueAt(known.since) }));
