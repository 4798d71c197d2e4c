import { type OrderPolicy } from './policy.js';
import { after, day, hour, minute } from './timers.js';
import { endOfDay, endOfWorkingDay } from './working-days.js';

const units = { Minutes: minute, Hours: hour, Days: day };

type NumberTerm = {
  [Term in keyof OrderPolicy]: OrderPolicy[Term] extends number ? Term : never;
}[keyof OrderPolicy];

/** A term of the policy that says how long something may take, in the unit that its name ends with. */
export type DurationTerm = Extract<NumberTerm, `${string}${keyof typeof units}`>;

/** When a term that began then (ISO 8601, UTC) is over. The rules take no duration from anywhere else. */
export function endOfTerm(policy: OrderPolicy, term: DurationTerm, start: string): string {
  if (term.endsWith('WorkingDays')) return endOfWorkingDay(start, policy[term], policy.calendar);
  if (term.endsWith('Days') && policy.daysEndAtMidnight && policy[term] > 0)
    return endOfDay(start, policy[term], policy.calendar.zone);
  const [, unit] = /([A-Z][a-z]+)$/.exec(term)!;
  return after(start, policy[term] * units[unit as keyof typeof units]);
}
