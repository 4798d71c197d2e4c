import { after, day } from '../timers.js';

/** The n-th day (YYYY-MM-DD, UTC) after an instant on which banks work: Monday to Friday. */
export function businessDayAfter(start: string, n: number): string {
  const next = after(start, day);
  const left = isWeekend(next) ? n : n - 1;
  return left === 0 ? next.slice(0, 10) : businessDayAfter(next, left);
}

const isWeekend = (instant: string): boolean => [0, 6].includes(new Date(instant).getUTCDay());
