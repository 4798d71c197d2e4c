import { afterEach, expect, it } from '@jest/globals';
import { defaultPolicy } from './policy.js';
import { policyOf } from './stored-policy.js';
import { create, given, givenEvents } from './testing/scenario.js';

const first = {
  version: 'default-1',
  unpaidExpiryHours: 48,
  holdMinutes: 60,
  autoCompleteDays: 7,
  returnWindowDays: 15,
  nonReturnableProducts: [],
  checklistRequired: false,
};

const now = structuredClone(defaultPolicy);
afterEach(() => {
  Object.assign(defaultPolicy, now);
});

it('records the whole policy in the order', () => {
  const policy = { ...defaultPolicy, claimWindowDays: 30 };
  expect(given([create(), { policy }]).events[0]).toMatchObject({ data: { policy } });
});

it('is what it was, for orders that were placed before it said more', () =>
  expect(policyOf(first)).toEqual({
    ...first,
    autoConfirm: false,
    unpaidUnits: 0,
    reserveStockAt: 'creation',
    shipByWorkingDays: 0,
    cancelLateWorkingDays: 0,
    answerCancellationHours: 0,
    changeExpiryHours: 0,
    packageOverdueDays: 0,
    packageLostDays: 0,
    takeBackHours: 0,
    answerReturnWorkingDays: 1,
    shipBackDays: 5,
    confirmReturnDays: 8,
    answerOfferDays: 5,
    claimWindowDays: 60,
    answerClaimWorkingDays: 2,
    escalateClaimDays: 7,
    decideClaimWorkingDays: 0,
    appealDays: 0,
    voucherValidDays: 90,
    refundRetryHours: 6,
    refundAccountDays: 14,
    refundAttempts: 3,
    refundBusinessDays: {
      wallet: 3,
      voucher: 3,
      'bank-transfer': 7,
      'cash-on-delivery': 14,
      card: 14,
      other: 14,
    },
    modificationMinutes: null,
    platformFeeBasisPoints: 0,
    refundChargesAtFault: false,
    daysEndAtMidnight: false,
    calendar: { zone: 'UTC', workingDays: [1, 2, 3, 4, 5], holidays: [] },
  }));

it('is not reached by a default that changes later', () => {
  const events = structuredClone(given(create()).events);
  const [early, placed] = [policyOf(first), givenEvents(events).order];
  for (const [term, value] of Object.entries(now))
    Object.assign(defaultPolicy, { [term]: typeof value === 'number' ? value + 1 : 'changed' });
  expect(policyOf(first)).toEqual(early);
  expect(givenEvents(events).order).toEqual(placed);
});
