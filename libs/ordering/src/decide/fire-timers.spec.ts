import { describe, expect, it, test } from '@jest/globals';
import { roles } from '../actor.js';
import { due, refundDue } from '../amounts.js';
import { type OrderCommand } from '../commands.js';
import { type OrderEvent } from '../events.js';
import { type OrderPolicy } from '../policy.js';
import { statusOf } from '../status.js';
import {
  answerChange,
  arrange,
  as,
  cancel,
  changeAddress,
  create,
  deliver,
  dispatch,
  given,
  givenEvents,
  modifyLines,
  pay,
  ship,
  time,
  under,
  withdrawChange,
  withEbook,
} from '../testing/scenario.js';
import { runningTimers } from '../timer-table.js';

const confirm: OrderCommand = { type: 'confirm' };
const fire: OrderCommand = { type: 'fire-timers' };
const clock = (at: string) => ({ at, role: 'timer' as const });
const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();

/** Placed and paid on Monday, 5 January 2026, at ten. */
const paidUnder = (policy: Partial<OrderPolicy> = {}) => [[create(), under(policy)], pay()] as const;
const mug = [{ lineId: 'mug', quantity: 1 }];
const asked = [cancel({ units: mug }), as('buyer', { commandId: 'ask' })] as const;

/** Two working days after the Monday end with Wednesday, three more with the next Monday. */
const late = '2026-01-08T00:00:00.000Z';
const tooLate = '2026-01-13T00:00:00.000Z';
const box = ship({ units: [{ lineId: 'shirt', quantity: 1 }] });

describe.each([
  ['unpaid-expiry', given(create()), time(25), ['LinesCancelled']],
  ['hold', given(...paidUnder({ holdMinutes: 60 })), time(2), ['HoldReleased']],
  ['auto-confirm', given(...paidUnder({ autoConfirm: true })), time(1), ['OrderConfirmed']],
  [
    'answer-cancellation',
    given(...paidUnder(), confirm, [...asked]),
    time(25),
    ['CancellationApproved', 'LinesCancelled', 'RefundInitiated'],
  ],
  [
    'change-expiry',
    given(...paidUnder(), confirm, [changeAddress(), as('buyer')]),
    time(25),
    ['AddressChangeRejected'],
  ],
  ['ship-by', given(...paidUnder(), confirm), late, ['ShipmentLate']],
  [
    'late-cancel',
    given(...paidUnder(), confirm, [fire, clock(late)]),
    tooLate,
    ['LinesCancelled', 'RefundInitiated'],
  ],
  [
    'auto-complete',
    given(...paidUnder(), confirm, ship(), deliver()),
    time(24 * 7 + 1),
    ['OrderCompleted', 'ReviewRequested'],
  ],
] as const)('the timer %s', (timer, scenario, dueAt, types) => {
  it('is running', () => expect(runningTimers(scenario.order!)[0]).toMatchObject({ timer, dueAt }));

  it('does nothing a millisecond before its time', () =>
    scenario.when(fire, clock(justBefore(dueAt))).thenRefused('nothing-due'));

  it('fires at its time, in events that name it', () => {
    const { newEvents } = scenario.when(fire, clock(dueAt)).then(...types);
    expect(newEvents[0]).toMatchObject({ at: dueAt, data: { timer, dueAt } });
  });

  it('fires however late, and tells both times', () => {
    const at = new Date(Date.parse(dueAt) + 60_000).toISOString();
    expect(scenario.when(fire, clock(at)).then(...types).newEvents[0]).toMatchObject({ at, data: { dueAt } });
  });

  it('has nothing left to do afterwards', () => {
    const { newEvents } = scenario.when(fire, clock(dueAt)).then(...types);
    const after = givenEvents([...scenario.events, ...newEvents]);
    expect(runningTimers(after.order!).map((running) => running.timer)).not.toContain(timer);
    after.when(fire, clock(dueAt)).thenRefused('nothing-due');
  });

  test.each(roles)('is not fired by a %s', (role) =>
    scenario.when(fire, { at: dueAt, role }).thenRefused('role-not-allowed'),
  );
});

describe('a command and a timer', () => {
  const waiting = given(...paidUnder(), confirm);

  it('a shipment in time is not late', () => {
    const order = waiting.when(ship(), { at: justBefore(late) }).then('PackageArranged', 'PackageShipped');
    expect(runningTimers(order)).toMatchObject([{ timer: 'package-overdue' }]);
  });

  it('a shipment at the very deadline comes after it, and is late', () => {
    const types = ['ShipmentLate', 'PackageArranged', 'PackageShipped'] as const;
    const order = waiting.when(ship(), { at: late }).then(...types);
    expect(statusOf(order)).toBe('InTransit');
    expect(order.shipmentLateAt).toBe(late);
  });

  it('a late seller may still ship until what was not sent is cancelled', () => {
    const flagged = given(...paidUnder(), confirm, [fire, clock(late)]);
    flagged.when(ship(), { at: justBefore(tooLate) }).then('PackageArranged', 'PackageShipped');
    flagged.when(ship(), { at: tooLate }).thenRefused('order-cancelled');
  });

  it('a worker that was away fires what fell due one after the other', () => {
    const order = waiting
      .when(fire, clock(tooLate))
      .then('ShipmentLate', 'LinesCancelled', 'RefundInitiated');
    expect(statusOf(order)).toBe('Cancelled');
    expect(refundDue(order)).toBe(0);
  });

  it('only what was not packed is cancelled', () => {
    const order = given(...paidUnder(), confirm, box, [fire, clock(late)])
      .when(fire, clock(tooLate))
      .then('LinesCancelled', 'RefundInitiated');
    expect(statusOf(order)).toBe('InTransit');
    expect(order.lines.map((line) => line.cancelled)).toEqual([1, 1]);
  });

  it('an order whose last unit is cancelled after the others arrived completes a week later, not at once', () => {
    const partly = given(...paidUnder(), confirm, box, deliver(), [fire, clock(late)]);
    const at = '2026-02-13T00:00:00.000Z';
    const order = partly.when(fire, clock(at)).then('LinesCancelled', 'OrderDelivered', 'RefundInitiated');
    expect(runningTimers(order)).toEqual([{ timer: 'auto-complete', dueAt: '2026-02-20T00:00:00.000Z' }]);
  });

  it('goods that the buyer asks to cancel are nothing that the seller has to send', () => {
    const { order } = given(...paidUnder(), confirm, [cancel(), as('buyer')]);
    expect(runningTimers(order!).map(({ timer }) => timer)).toEqual(['answer-cancellation']);
  });

  it('an answer at the very deadline comes too late', () =>
    given(...paidUnder(), confirm, [...asked])
      .when({ type: 'answer-cancellation', cancellationId: 'ask', approve: false }, { at: time(25) })
      .thenRefused('unknown-cancellation'));

  it('units that the clock cancels have left their package before it is shipped', () => {
    const order = given(...paidUnder(), confirm, arrange(), [...asked])
      .when(dispatch(), { at: time(25) })
      .then('CancellationApproved', 'LinesCancelled', 'PackageUnpacked', 'PackageShipped', 'RefundInitiated');
    expect(order.lines.map(({ shipped, cancelled }) => [shipped, cancelled])).toEqual([
      [2, 0],
      [0, 1],
    ]);
  });

  it('goods that need no shipping go to the buyer once a clock has confirmed, however late it is', () => {
    const policy = under({ autoConfirm: true });
    const { total } = { ...create(), ...withEbook };
    const order = given([create(withEbook), policy], pay({ amount: total }))
      .when(fire, clock(tooLate))
      .then(
        'OrderConfirmed',
        'GoodsProvided',
        'ShipmentLate',
        'LinesCancelled',
        'OrderDelivered',
        'RefundInitiated',
      );
    expect(order.lines.find(({ needsShipping }) => needsShipping === false)).toMatchObject({ cancelled: 0 });
  });

  describe('a change that waits', () => {
    const unanswered = given(...paidUnder(), confirm, modifyLines());
    const unpaid = given(...paidUnder(), confirm, modifyLines(), [answerChange(), { at: time(20) }]);
    const partly = given(...paidUnder(), modifyLines(), pay({ paymentId: 'part', amount: 1500 }));
    const rest = (surplus?: 'refund') => pay({ paymentId: 'rest', amount: 2544, surplus });
    const end = clock(time(25));

    it('is not made when the seller says nothing', () => {
      const { newEvents } = unanswered.when(fire, end).then('LinesChangeRejected');
      expect(newEvents[0]!.data).toEqual({
        changeId: 'more',
        reason: 'unanswered',
        timer: 'change-expiry',
        dueAt: time(25),
      });
    });

    it('has as much time again for the payment as it had for the answer', () => {
      expect(runningTimers(unpaid.order!)[0]).toEqual({
        timer: 'change-expiry',
        subject: 'more',
        dueAt: time(44),
      });
      const { newEvents } = unpaid.when(fire, clock(time(44))).then('LinesChangeRejected');
      expect(newEvents[0]!.data).toMatchObject({ reason: 'unpaid' });
    });

    it('gives back what was paid of it', () => {
      const order = partly.when(fire, end).then('LinesChangeRejected', 'RefundInitiated');
      expect(order.newEvents[1]!.data).toMatchObject({
        refundId: 'change.more',
        amount: 1500,
        reason: 'changed',
      });
      expect([order.refunded, refundDue(order), due(order)]).toEqual([1500, 0, 9600]);
    });

    it('is answered and withdrawn in time, and not at the very deadline', () => {
      const soon = { at: justBefore(time(25)) };
      unanswered.when(answerChange(), soon).then('LinesChangeApproved');
      unanswered.when(withdrawChange(), soon).then('LinesChangeWithdrawn');
      unanswered.when(answerChange(), { at: time(25) }).thenRefused('unknown-change', '/changeId');
      unanswered.when(withdrawChange(), { at: time(25) }).thenRefused('unknown-change', '/changeId');
    });

    it('is made with a payment in time; later, all that was paid goes back', () => {
      partly.when(rest(), { at: justBefore(time(25)) }).then('PaymentCaptured', 'LinesChangeApplied');
      partly.when(rest(), { at: time(25) }).thenRefused('order-already-paid');
      const order = partly
        .when(rest('refund'), { at: time(25) })
        .then('LinesChangeRejected', 'RefundInitiated', 'PaymentCaptured', 'RefundInitiated');
      expect([order.refunded, refundDue(order), due(order)]).toEqual([4044, 0, 9600]);
    });

    it('no longer keeps the goods from being packed', () => {
      unanswered.when(ship(), { at: justBefore(time(25)) }).thenRefused('change-open');
      unanswered
        .when(ship(), { at: time(25) })
        .then('LinesChangeRejected', 'PackageArranged', 'PackageShipped');
    });

    it('has ended with the goods where another clock cancelled them before', () => {
      const slow = given(
        ...paidUnder({ changeExpiryHours: 168, cancelLateWorkingDays: 1 }),
        confirm,
        modifyLines(),
      );
      slow
        .when(fire, clock(time(24 * 30)))
        .then('ShipmentLate', 'LinesCancelled', 'LinesChangeRejected', 'RefundInitiated');
    });
  });

  it('each open request has a clock of its own', () => {
    const second = cancel({ units: [{ lineId: 'shirt', quantity: 1 }] });
    const { order } = given(
      ...paidUnder(),
      confirm,
      [...asked],
      [second, as('buyer', { commandId: 'b', at: time(3) })],
    );
    expect(runningTimers(order!).slice(0, 2)).toEqual([
      { timer: 'answer-cancellation', subject: 'ask', dueAt: time(25) },
      { timer: 'answer-cancellation', subject: 'b', dueAt: time(27) },
    ]);
  });

  it('a confirmation by itself waits until the buyer cannot cancel freely any more', () => {
    const { order } = given(...paidUnder({ autoConfirm: true, holdMinutes: 60 }));
    expect(runningTimers(order!)).toEqual([{ timer: 'hold', dueAt: time(2) }]);
    given(...paidUnder({ autoConfirm: true, holdMinutes: 60 }))
      .when(fire, clock(time(2)))
      .then('HoldReleased', 'OrderConfirmed');
  });

  it('there is no clock where the seller wants none', () => {
    const none = { shipByWorkingDays: 0, answerCancellationHours: 0, changeExpiryHours: 0 };
    expect(runningTimers(given(...paidUnder(none), confirm, [...asked], changeAddress()).order!)).toEqual([]);
    const neverCancelled = given(...paidUnder({ cancelLateWorkingDays: 0 }), confirm, [fire, clock(late)]);
    expect(runningTimers(neverCancelled.order!)).toEqual([]);
  });

  it('there is no order to fire for', () => given().when(fire, clock(time())).thenRefused('order-not-found'));
});

describe('an order from before there were these policies', () => {
  const first = {
    version: 'default-1',
    unpaidExpiryHours: 24,
    holdMinutes: 0,
    autoCompleteDays: 7,
    returnWindowDays: 15,
    nonReturnableProducts: [],
    checklistRequired: false,
  };
  const [placed, ...others] = given(...paidUnder(), confirm, [...asked]).events;
  const old = givenEvents([
    { ...placed!, data: { ...placed!.data, policy: first } } as OrderEvent,
    ...others,
  ]);

  it('is never late and never answered by a clock', () => {
    expect(runningTimers(old.order!)).toEqual([]);
    expect(runningTimers(old.when(changeAddress()).then('AddressChangeRequested'))).toEqual([]);
    old.when(box, { at: time(24 * 90) }).then('PackageArranged', 'PackageShipped');
  });

  it('has the defaults for all else', () =>
    expect(old.order!.policy).toMatchObject({ ...first, autoConfirm: false, calendar: { zone: 'UTC' } }));
});
