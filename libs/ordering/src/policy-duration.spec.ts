import { expect, it, test } from '@jest/globals';
import { type OrderCommand } from './commands.js';
import { defaultPolicy, type OrderPolicy } from './policy.js';
import { type DurationTerm } from './policy-duration.js';
import {
  answerClaim,
  as,
  cancel,
  changeAddress,
  claim,
  type Context,
  create,
  deliver,
  fail,
  given,
  goodwill,
  grant,
  offer,
  pay,
  problem,
  requestReturn,
  sendBack,
  ship,
  time,
  under,
} from './testing/scenario.js';
import { timerTable } from './timer-table.js';
import { type TimerName } from './timers.js';

const fire: OrderCommand = { type: 'fire-timers' };
const at = (hours: number): Context => ({ at: time(hours) });

const placed = [create(), under({ holdMinutes: 60 })] as const;
const paid = [placed, pay()] as const;
const confirmed = [...paid, [{ type: 'confirm' }, at(3)]] as const;
const arrived = [...confirmed, [ship(), at(3)], [deliver(), at(3)]] as const;
const returning = [...arrived, [requestReturn(), at(3)]] as const;
const claiming = [...arrived, [claim(), at(3)]] as const;
const late = { role: 'timer', at: '2026-01-08T00:00:00.000Z' } as const;

/** For each timer an order in which it runs, and every term of the policy that says for how long. */
const clocks: Readonly<Record<TimerName, readonly [ReturnType<typeof given>, ...DurationTerm[]]>> = {
  'unpaid-expiry': [given(placed), 'unpaidExpiryHours'],
  hold: [given(...paid), 'holdMinutes'],
  'auto-confirm': [given([create(), under({ autoConfirm: true })], pay()), 'holdMinutes'],
  'answer-cancellation': [
    given(...confirmed, [cancel(), as('buyer', { ...at(3), commandId: 'ask' })]),
    'answerCancellationHours',
  ],
  'change-expiry': [given(...confirmed, [changeAddress(), as('buyer', at(3))]), 'changeExpiryHours'],
  'ship-by': [given(...confirmed), 'holdMinutes', 'shipByWorkingDays'],
  'late-cancel': [
    given(...confirmed, [fire, late]),
    'holdMinutes',
    'shipByWorkingDays',
    'cancelLateWorkingDays',
  ],
  'package-overdue': [given(...confirmed, [ship(), at(3)]), 'packageOverdueDays'],
  'package-lost': [given(...confirmed, [ship(), at(3)], [problem('refused'), at(3)]), 'packageLostDays'],
  'auto-complete': [given(...arrived), 'autoCompleteDays'],
  'answer-return': [given(...returning), 'answerReturnWorkingDays'],
  'answer-offer': [given(...returning, [offer(100), at(3)]), 'answerOfferDays'],
  'ship-back': [given(...returning, [grant, at(3)]), 'shipBackDays'],
  'confirm-return-receipt': [given(...returning, [grant, at(3)], [sendBack, at(3)]), 'confirmReturnDays'],
  'answer-claim': [given(...claiming), 'answerClaimWorkingDays'],
  'escalate-claim': [given(...claiming, [answerClaim(false), at(3)]), 'escalateClaimDays'],
  'decide-claim': [
    given(...claiming, [answerClaim(false), at(3)], [{ type: 'escalate-claim', claimId: 'claim' }, at(3)]),
    'decideClaimWorkingDays',
  ],
  'refund-retry': [given(...confirmed, [goodwill(), at(3)], [fail('psp'), at(3)]), 'refundRetryHours'],
  'refund-account': [
    given(...confirmed, [goodwill(), at(3)], [{ ...fail('psp'), cause: 'not-refundable' }, at(3)]),
    'refundAccountDays',
  ],
};

/** Terms that timers do not run by: until when something may be asked for, or is expected. */
const windows = [
  'voucherValidDays',
  'takeBackHours',
  'returnWindowDays',
  'claimWindowDays',
  'appealDays',
  'modificationMinutes',
  'refundBusinessDays',
];

const aDay = { Minutes: 1440, Hours: 24, Days: 1 };
const longer = (policy: OrderPolicy, term: DurationTerm): OrderPolicy => {
  const unit = Object.keys(aDay).find((name) => term.endsWith(name)) as keyof typeof aDay;
  return { ...policy, [term]: policy[term] + aDay[unit] };
};

const isDuration = (term: string): boolean => /(Minutes|Hours|Days)$/.test(term);
const terms = Object.keys(given(placed).order!.policy).filter(isDuration);

test.each(Object.entries(clocks))(
  '%s runs as long as the policy of the order says',
  (timer, [story, ...by]) => {
    const order = story.order!;
    const dueAt = (policy: OrderPolicy) =>
      timerTable[timer as TimerName]
        .running({ ...order, policy })
        .map((running) => Date.parse(running.dueAt));
    const [due] = dueAt(order.policy);
    expect(due).toBeDefined();
    const moved = terms
      .filter((term): term is DurationTerm => !windows.includes(term))
      .filter((term) => dueAt(longer(order.policy, term))[0] !== due);
    expect(moved.sort()).toEqual([...by].sort());
  },
);

it('no term is without a use', () => {
  const used = Object.values(clocks).flatMap(([, ...by]) => by as string[]);
  expect([...new Set([...used, ...windows])].sort()).toEqual(terms.sort());
});

it('returns and claims may be asked for as long as the policy of the order says', () => {
  const short = [create(), under({ returnWindowDays: 1, claimWindowDays: 2 })] as const;
  const story = given(short, pay(), { type: 'confirm' }, ship(), deliver());
  story.when(requestReturn(), at(25)).then('ReturnRequested');
  story.when(requestReturn(), at(25.1)).thenRefused('return-window-over');
  story.when(claim(), at(49)).then('ClaimOpened');
  story.when(claim(), at(49.1)).thenRefused('claim-window-over');
});

it.each([
  ['Asia/Jakarta', '2026-01-20T17:00:00.000Z'],
  ['America/New_York', '2026-01-21T05:00:00.000Z'],
  ['UTC', '2026-01-21T00:00:00.000Z'],
])('days end at midnight in %s (M28)', (zone, until) => {
  const calendar = { ...defaultPolicy.calendar, zone };
  const placed = [create(), under({ daysEndAtMidnight: true, calendar, claimWindowDays: 15 })] as const;
  const story = given(placed, pay(), { type: 'confirm' }, ship(), deliver());
  const late = new Date(Date.parse(until) + 1).toISOString();
  story.when(requestReturn(), { at: until }).then('OrderCompleted', 'ReviewRequested', 'ReturnRequested');
  story.when(requestReturn(), { at: late }).thenRefused('return-window-over');
  story.when(claim(), { at: late }).thenRefused('claim-window-over');
  const eightDaysBefore = new Date(Date.parse(until) - 8 * 24 * 3_600_000).toISOString();
  expect(timerTable['auto-complete'].running(story.order!)).toEqual([{ dueAt: eightDaysBefore }]);
});

it('no days end at once', () => {
  const story = given(
    [create(), under({ daysEndAtMidnight: true, returnWindowDays: 0 })],
    pay(),
    { type: 'confirm' },
    ship(),
    deliver(),
  );
  story.when(requestReturn(), at(1.1)).thenRefused('return-window-over');
});

it('a refund is tried as often, and expected as soon, as the policy of the order says', () => {
  const { policy } = given(create()).order!;
  const refundBusinessDays = { ...policy.refundBusinessDays, card: 1 };
  const story = given([create(), under({ refundAttempts: 1, refundBusinessDays })], pay(), goodwill());
  expect(story.events.at(-1)).toMatchObject({ data: { expectedBy: '2026-01-06' } });
  story.when(fail('psp')).then('RefundFailed', 'RefundHandedOver');
});
