import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { type Calendar, endOfWorkingDay } from './working-days.js';

const week = { workingDays: [1, 2, 3, 4, 5], holidays: [] };

describe('the end of a working day', () => {
  test.each([
    ['of the same week', '2026-01-05T09:00:00Z', 2, 'UTC', '2026-01-08T00:00:00.000Z'],
    ['beyond a weekend', '2026-01-08T23:59:59Z', 2, 'UTC', '2026-01-13T00:00:00.000Z'],
    ['from a weekend', '2026-01-10T09:00:00Z', 1, 'UTC', '2026-01-13T00:00:00.000Z'],
    ['where it is tomorrow already', '2026-01-05T18:00:00Z', 1, 'Asia/Jakarta', '2026-01-07T17:00:00.000Z'],
    [
      'where it is still yesterday',
      '2026-01-06T02:00:00Z',
      1,
      'America/New_York',
      '2026-01-07T05:00:00.000Z',
    ],
    ['as the clocks go forward', '2026-03-26T12:00:00Z', 2, 'Europe/Berlin', '2026-03-30T22:00:00.000Z'],
    ['as they go back', '2026-10-22T12:00:00Z', 2, 'Europe/Berlin', '2026-10-26T23:00:00.000Z'],
    ['before a day without midnight', '2026-04-23T12:00:00Z', 0, 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  ])('%s', (_, start, n, zone, end) => expect(endOfWorkingDay(start, n, { zone, ...week })).toBe(end));

  it('passes over holidays, and works on Sundays where people do', () => {
    const calendar: Calendar = { zone: 'UTC', workingDays: [7], holidays: ['2026-01-11'] };
    expect(endOfWorkingDay('2026-01-05T09:00:00Z', 1, calendar)).toBe('2026-01-19T00:00:00.000Z');
  });

  it('is nowhere without working days or in no zone', () => {
    expect(() =>
      endOfWorkingDay('2026-01-05T09:00:00Z', 1, { zone: 'UTC', workingDays: [], holidays: [] }),
    ).toThrow();
    expect(() => endOfWorkingDay('2026-01-05T09:00:00Z', 1, { zone: 'Mars/Crater', ...week })).toThrow(
      /Mars/,
    );
  });

  it('has exactly n working days behind it, whatever the calendar', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 15 }),
        fc.constantFrom(
          'UTC',
          'Asia/Jakarta',
          'Europe/Berlin',
          'America/Sao_Paulo',
          'Africa/Cairo',
          'Australia/Lord_Howe',
        ),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }),
        (date, n, zone, workingDays, offsets) => {
          const start = DateTime.fromJSDate(date, { zone });
          const holidays = offsets.map((days) => start.plus({ days }).toISODate()!);
          const end = DateTime.fromISO(
            endOfWorkingDay(date.toISOString(), n, { zone, workingDays, holidays }),
            { zone },
          );
          const last = end.minus({ milliseconds: 1 });
          // It is where one day becomes the next, and the day that ends there is worked on.
          expect(last.toISODate()).not.toBe(end.toISODate());
          const worked: string[] = [];
          for (
            let day = start.set({ hour: 12 }).plus({ days: 1 });
            day.toISODate()! <= last.toISODate()!;
            day = day.plus({ days: 1 })
          )
            if (workingDays.includes(day.weekday) && !holidays.includes(day.toISODate()!))
              worked.push(day.toISODate()!);
          expect(worked).toHaveLength(n);
          expect(worked.at(-1)).toBe(last.toISODate());
        },
      ),
      { numRuns: 500 },
    ));
});
