import { DateTime } from 'luxon';
import { day, minute } from './timers.js';

/** Which days are working days, and where. */
export interface Calendar {
  /** IANA name of the time zone whose days are meant, like `Asia/Jakarta`. */
  readonly zone: string;
  /** Days of the week, from 1 for Monday to 7 for Sunday; at least one. */
  readonly workingDays: readonly number[];
  /** Days (YYYY-MM-DD) on which nobody works all the same. */
  readonly holidays: readonly string[];
}

/** Answers at hand: every look at an order asks, and a time zone is slow to be asked. */
const known = new Map<string, string>();
const mostKnown = 10_000;

/**
 * The instant (ISO 8601, UTC) at which the n-th working day after an instant's own day ends. A day ends when the
 * next one begins in the calendar's zone, however many hours it had. Throws where there is no such calendar.
 */
export function endOfWorkingDay(start: string, n: number, calendar: Calendar): string {
  const minutes = Math.floor(Date.parse(start) / minute);
  const key = `${minutes} ${n} ${calendar.zone} ${calendar.workingDays} ${calendar.holidays}`;
  const answer = known.get(key) ?? count(minutes * minute, n, calendar);
  if (known.size >= mostKnown) known.clear();
  known.set(key, answer);
  return answer;
}

/** The instant (ISO 8601, UTC) at which the n-th day after an instant's own day ends in a time zone. */
export const endOfDay = (start: string, n: number, zone: string): string =>
  endOfWorkingDay(start, n, { zone, workingDays: [1, 2, 3, 4, 5, 6, 7], holidays: [] });

function count(start: number, n: number, { zone, workingDays, holidays }: Calendar): string {
  const here = DateTime.fromMillis(start, { zone });
  if (!here.isValid || workingDays.length === 0)
    throw new Error(
      `No working days can be counted in ${zone} on the days ${workingDays.join()} of the week.`,
    );
  // Dates alone, counted where all days are alike.
  let date = Date.UTC(here.year, here.month - 1, here.day);
  for (let left = n; left > 0;) {
    date += day;
    if (workingDays.includes(new Date(date).getUTCDay() || 7) && !holidays.includes(isoDay(date))) left -= 1;
  }
  return DateTime.fromISO(isoDay(date + day), { zone })
    .startOf('day')
    .toJSDate()
    .toISOString();
}

const isoDay = (date: number): string => new Date(date).toISOString().slice(0, 10);
