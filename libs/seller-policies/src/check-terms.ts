import { IANAZone } from 'luxon';
import { type Calendar, paymentMethods } from '@app/ordering';
import { type PolicyRefusal, refuse } from './policy-refusal.js';
import { type PolicyTerms } from './policy-terms.js';

type NumberOf = {
  [Name in keyof PolicyTerms]: PolicyTerms[Name] extends number ? Name : never;
}[keyof PolicyTerms];

/** The least and the most, in the unit that the name says. Where 0 is allowed, it means that there is no such timer. */
const ranges: Readonly<Record<NumberOf | 'modificationMinutes', readonly [least: number, most: number]>> = {
  unpaidExpiryHours: [1, 720],
  unpaidUnits: [0, 1_000_000],
  holdMinutes: [0, 1_440],
  shipByWorkingDays: [0, 30],
  cancelLateWorkingDays: [0, 30],
  answerCancellationHours: [0, 168],
  changeExpiryHours: [0, 168],
  packageOverdueDays: [1, 90],
  packageLostDays: [1, 90],
  takeBackHours: [0, 168],
  autoCompleteDays: [1, 90],
  returnWindowDays: [0, 365],
  answerReturnWorkingDays: [0, 30],
  shipBackDays: [1, 90],
  confirmReturnDays: [1, 90],
  answerOfferDays: [1, 90],
  claimWindowDays: [1, 365],
  answerClaimWorkingDays: [1, 30],
  escalateClaimDays: [1, 90],
  decideClaimWorkingDays: [1, 60],
  appealDays: [0, 90],
  voucherValidDays: [1, 730],
  refundRetryHours: [1, 168],
  refundAccountDays: [1, 90],
  refundAttempts: [1, 10],
  modificationMinutes: [0, 10_080],
  platformFeeBasisPoints: [0, 10_000],
};

const refundDays = [1, 60] as const;
const mostProducts = 1_000;
const mostHolidays = 366;

/** Why the terms cannot be anybody's policy; undefined where they can. */
export const checkTerms = (terms: PolicyTerms): PolicyRefusal | undefined =>
  checkRanges(terms) ?? checkRefundDays(terms) ?? checkProducts(terms) ?? checkCalendar(terms.calendar);

function checkRanges(terms: PolicyTerms): PolicyRefusal | undefined {
  for (const [name, [least, most]] of Object.entries(ranges)) {
    const value = terms[name as keyof typeof ranges];
    if (value !== null && !isWithin(value, least, most)) return outOfRange(name, least, most);
  }
  return undefined;
}

function checkRefundDays({ refundBusinessDays }: PolicyTerms): PolicyRefusal | undefined {
  const [least, most] = refundDays;
  const wrong = paymentMethods.find((method) => !isWithin(refundBusinessDays[method], least, most));
  return wrong && outOfRange(`refundBusinessDays/${wrong}`, least, most);
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

const outOfRange = (name: string, least: number, most: number): PolicyRefusal =>
  refuse('out-of-range', { least, most }, `/${name}`);

function checkProducts({ nonReturnableProducts: products }: PolicyTerms): PolicyRefusal | undefined {
  const fault =
    products.length > mostProducts ? 'many' : new Set(products).size < products.length ? 'twice' : undefined;
  return fault && refuse('bad-list', { fault, most: mostProducts }, '/nonReturnableProducts');
}

function checkCalendar({ zone, workingDays, holidays }: Calendar): PolicyRefusal | undefined {
  if (!IANAZone.isValidZone(zone)) return badCalendar('zone', 'zone');
  const days = new Set(workingDays);
  if (days.size === 0 || days.size < workingDays.length || workingDays.some((day) => !isWeekday(day)))
    return badCalendar('weekdays', 'workingDays');
  const wrong = holidays.findIndex((holiday) => !isDay(holiday));
  if (wrong >= 0) return badCalendar('day', `holidays/${wrong}`);
  return holidays.length > mostHolidays ? badCalendar('many', 'holidays') : undefined;
}

const badCalendar = (fault: string, place: string): PolicyRefusal =>
  refuse('bad-calendar', { fault, most: mostHolidays }, `/calendar/${place}`);

const isWeekday = (day: number): boolean => Number.isInteger(day) && day >= 1 && day <= 7;

/** A day that the calendar has: the 30th of February is none. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  new Date(`${text}T00:00:00Z`).getTime() > 0 &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
