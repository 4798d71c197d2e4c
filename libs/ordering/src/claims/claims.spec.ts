import { describe, expect, it, test } from '@jest/globals';
import { captured, due } from '../amounts.js';
import { casesWaitingFor } from '../cases/cases-waiting-for.js';
import { type OrderCommand } from '../commands.js';
import { expectedBy } from '../fulfilment/estimates.js';
import { neverCame } from '../fulfilment/lost-packages.js';
import { statusOf } from '../status.js';
import {
  answerClaim,
  appeal,
  as,
  claim,
  create,
  deliver,
  fail,
  given,
  goodwill,
  missing,
  pay,
  requestReturn,
  resolve,
  ship,
  time,
  track,
  under,
  withdrawClaim,
} from '../testing/scenario.js';
import { runningTimers } from '../timer-table.js';

const confirm = { type: 'confirm' } as const;
const receipt = { type: 'confirm-receipt' } as const;
const escalate: OrderCommand = { type: 'escalate-claim', claimId: 'claim' };
const mug = [{ lineId: 'mug', quantity: 1 }];
const shirts = (quantity: number) => [{ lineId: 'shirt', quantity }];
const sent = [create(), pay(), confirm, ship()] as const;
const arrived = [...sent, deliver()] as const;
const parts = [create(), pay(), confirm, ship({ units: shirts(2) }), ship({ packageId: 'box-2' })] as const;
const day = 24;
const stateOf = (order: { claims: readonly { state: string }[] }) => order.claims.map(({ state }) => state);

describe('a claim', () => {
  it('that the seller accepts is refunded at once', () => {
    const order = given(...arrived, claim())
      .when(answerClaim(true), as('seller'))
      .then('ClaimAnswered', 'ClaimResolved', 'RefundInitiated');
    expect(order.newEvents[2]).toMatchObject({
      data: { refundId: 'claim.claim', claimId: 'claim', amount: 1920, reason: 'claim' },
    });
    expect([stateOf(order), order.lines[1]!.returned]).toEqual([['resolved'], 1]);
  });

  it('that the seller disputes is decided by the platform', () => {
    const disputed = [...arrived, claim(), answerClaim(false)] as const;
    expect(stateOf(given(...disputed).order!)).toEqual(['disputed']);
    expect(
      stateOf(
        given(...disputed)
          .when(escalate, as('buyer'))
          .then('ClaimEscalated'),
      ),
    ).toEqual(['escalated']);
    const won = given(...disputed, escalate).when(resolve('buyer'), as('platform'));
    expect(won.then('ClaimResolved', 'RefundInitiated').refunded).toBe(1920);
    const lost = given(...disputed, escalate)
      .when(resolve('seller'), as('platform'))
      .then('ClaimResolved');
    expect([lost.refunded, lost.claims[0]!.resolvedFor]).toEqual([0, 'seller']);
  });

  it('goes to the platform when the seller does not answer, and not before', () => {
    given(...arrived, claim())
      .when(escalate)
      .thenRefused('case-in-other-state', '/claimId');
    const order = given(...arrived, claim())
      .when(goodwill(), { at: time(63) })
      .then('ClaimEscalated', 'RefundInitiated');
    expect(order.newEvents[0]).toMatchObject({ data: { timer: 'answer-claim' } });
  });

  it('ends for the seller when the buyer lets a dispute rest', () => {
    const order = given(...arrived, claim(), answerClaim(false))
      .when(goodwill(), { at: time(2 + 7 * day) })
      .then('ClaimResolved', 'OrderCompleted', 'ReviewRequested', 'RefundInitiated');
    expect(order.newEvents[0]).toMatchObject({ data: { resolvedFor: 'seller', timer: 'escalate-claim' } });
  });

  it('is decided once', () => {
    const decided = given(...arrived, claim(), resolve('buyer'));
    decided.when(resolve('seller')).thenRefused('case-in-other-state', '/claimId');
    decided.when(answerClaim(true)).thenRefused('case-in-other-state');
    given(...arrived)
      .when(resolve('buyer'))
      .thenRefused('unknown-claim', '/claimId');
    given(create(), pay()).when(resolve('buyer')).thenRefused('unknown-claim');
  });

  it('names units that have come and that no other case has', () => {
    given(...sent)
      .when(claim())
      .thenRefused('too-many-units', '/units/0/quantity');
    given(...arrived, claim())
      .when(claim({ claimId: 'second' }))
      .thenRefused('units-in-another-case');
    given(...arrived, claim(), resolve('buyer'))
      .when(claim({ claimId: 'second' }))
      .thenRefused('units-in-another-case');
    given(...arrived, requestReturn({ units: shirts(2) }))
      .when(claim({ units: shirts(1) }))
      .thenRefused('units-in-another-case');
    given(...arrived, claim({ units: shirts(2) }))
      .when(requestReturn({ units: shirts(1) }))
      .thenRefused('too-many-units');
    given(...arrived, claim())
      .when(claim({ units: shirts(1) }))
      .thenRefused('claim-already-exists', '/claimId');
    given(...arrived)
      .when(claim({ units: undefined }))
      .thenRefused('nothing-left', '/units');
  });

  it('may be opened again after it was decided for the seller, and until sixty days after delivery', () => {
    given(...arrived, claim(), resolve('seller'))
      .when(claim({ claimId: 'second' }))
      .then('ClaimOpened');
    given(...arrived)
      .when(claim(), { at: time(1 + 60 * day) })
      .then('OrderCompleted', 'ReviewRequested', 'ClaimOpened');
    given(...arrived)
      .when(claim(), { at: time(2 + 60 * day) })
      .thenRefused('claim-window-over');
  });
});

describe('withdraw-claim', () => {
  const disputed = [...arrived, claim(), answerClaim(false)] as const;

  test.each([
    ['opened', [...arrived, claim()]],
    ['disputed', disputed],
    ['escalated', [...disputed, escalate]],
  ] as const)('ends a claim that is %s, and its units are free again', (_, history) => {
    const order = given(...history)
      .when(withdrawClaim, as('buyer'))
      .then('ClaimWithdrawn');
    expect([stateOf(order), order.refunded]).toEqual([['withdrawn'], 0]);
    expect(runningTimers(order).map(({ timer }) => timer)).toEqual(['auto-complete']);
    const free = given(...history, withdrawClaim);
    free.when(claim({ claimId: 'second' })).then('ClaimOpened');
    free.when(requestReturn({ units: [{ lineId: 'mug', quantity: 1 }] })).then('ReturnRequested');
    free.when(receipt).then('OrderCompleted', 'ReviewRequested');
  });

  it('lets the buyer wait for the package again', () => {
    const free = given(...sent, missing(), withdrawClaim);
    free.when(missing('box-1', 'second')).then('ClaimOpened');
    free.when(deliver()).then('PackageDelivered', 'OrderDelivered');
    given(...sent, missing(), withdrawClaim, deliver())
      .when(requestReturn({ units: shirts(2) }))
      .then('ReturnRequested');
  });

  it('is refused for a claim that is over, or that there is not', () => {
    given(...arrived, claim(), resolve('seller'))
      .when(withdrawClaim)
      .thenRefused('case-in-other-state', '/claimId');
    given(...arrived, claim(), withdrawClaim)
      .when(withdrawClaim)
      .thenRefused('case-in-other-state', '/claimId');
    given(...arrived)
      .when(withdrawClaim)
      .thenRefused('unknown-claim', '/claimId');
    given(create(), pay()).when(withdrawClaim).thenRefused('unknown-claim');
  });

  it('leaves nothing for the seller or the platform to decide', () => {
    const withdrawn = given(...disputed, withdrawClaim);
    withdrawn.when(resolve('buyer')).thenRefused('case-in-other-state');
    withdrawn.when(escalate).thenRefused('case-in-other-state');
  });
});

describe('an open claim', () => {
  const open = given(...arrived, claim());

  it('keeps the order from being completed, by the buyer and by time', () => {
    open.when(receipt).thenRefused('claim-open');
    const order = open
      .when(resolve('seller'), { at: time(2 + 30 * day) })
      .then('ClaimEscalated', 'ClaimResolved');
    expect(statusOf(order)).toBe('Delivered');
    given(...arrived, claim(), resolve('seller'))
      .when(receipt)
      .then('OrderCompleted', 'ReviewRequested');
  });
});

describe('a claim that a package has not come', () => {
  it('concerns one package that was sent', () => {
    given(...sent)
      .when(missing('box-9'))
      .thenRefused('unknown-package', '/packageId');
    given(...sent)
      .when({ ...missing(), packageId: undefined })
      .thenRefused('package-required', '/packageId');
    given(...sent, missing())
      .when(missing('box-1', 'second'))
      .thenRefused('units-in-another-case', '/packageId');
    given(create(), pay(), confirm).when(missing()).thenRefused('order-not-shipped');
  });

  it('gives everything back, shipping and fees too, where nothing has come at all', () => {
    const order = given(...sent, missing())
      .when(answerClaim(true))
      .then('ClaimAnswered', 'ClaimResolved', 'RefundInitiated');
    expect([order.refunded, due(order), statusOf(order)]).toEqual([9600, 0, 'Cancelled']);
  });

  it('lets the order be delivered with what else there is', () => {
    const order = given(...parts, missing('box-2'), deliver('box-1'))
      .when(resolve('buyer'))
      .then('ClaimResolved', 'RefundInitiated', 'OrderDelivered');
    expect([order.refunded, statusOf(order)]).toEqual([1920, 'Delivered']);
    const before = given(...parts, missing('box-2'), resolve('buyer'));
    expect(statusOf(before.order!)).toBe('InTransit');
    expect(statusOf(before.when(deliver('box-1')).then('PackageDelivered', 'OrderDelivered'))).toBe(
      'Delivered',
    );
  });

  it('stands although the carrier says late that it was delivered', () => {
    const order = given(...sent, missing())
      .when(deliver(), as('carrier'))
      .then('PackageDelivered', 'OrderDelivered');
    expect([stateOf(order), statusOf(order)]).toEqual([['opened'], 'Delivered']);
    const said = given(...sent, missing(), deliver());
    said.when(receipt).thenRefused('claim-open');
    said.when(requestReturn()).thenRefused('too-many-units');
    const won = said.when(resolve('buyer')).then('ClaimResolved', 'RefundInitiated');
    expect([won.refunded, captured(won) - won.refunded, statusOf(won)]).toEqual([9600, 0, 'Delivered']);
  });

  it('that was granted is not paid twice when the package comes after all', () => {
    const late = given(...parts, missing('box-2'), resolve('buyer'))
      .when(deliver('box-2'))
      .then('PackageDelivered');
    expect([late.refunded, due(late), statusOf(late)]).toEqual([1920, 7680, 'InTransit']);
    const afterAll = given(...parts, missing('box-2'), resolve('buyer'), deliver('box-2'));
    afterAll.when(requestReturn({ units: mug })).thenRefused('order-not-delivered');
    afterAll.when(claim({ claimId: 'second' })).thenRefused('too-many-units');
    const rest = afterAll.when(deliver('box-1')).then('PackageDelivered', 'OrderDelivered');
    expect([rest.refunded, due(rest), statusOf(rest)]).toEqual([1920, 7680, 'Delivered']);
  });

  const oneLost = [...parts, missing('box-2'), resolve('buyer'), deliver('box-1')] as const;

  test.each([
    ['Cancelled', [...sent, missing(), resolve('buyer')], 'box-1'],
    ['Delivered', oneLost, 'box-2'],
    ['Completed', [...oneLost, receipt], 'box-2'],
  ] as const)('moves nothing when the package comes after all: %s', (status, history, packageId) => {
    const { order, when } = given(...history);
    expect(statusOf(order!)).toBe(status);
    when(track({ packageId }), as('carrier')).then('PackageScanned');
    const late = when(deliver(packageId), as('carrier')).then('PackageDelivered');
    expect([late.refunded, due(late), statusOf(late)]).toEqual([order!.refunded, due(order!), status]);
    expect(late.lines).toEqual(order!.lines);
    expect(late.packages.find((parcel) => parcel.packageId === packageId)).toMatchObject({
      lostAt: time(1),
      deliveredAt: time(1),
    });
    given(...history, deliver(packageId))
      .when(deliver(packageId))
      .thenRefused('package-already-delivered');
  });

  it('ends the waiting: a package that was given up is expected no more', () => {
    const estimated = ship({ packageId: 'box-2', estimatedDelivery: '2026-01-12' });
    const history = [create(), pay(), confirm, ship({ units: shirts(2) }), estimated] as const;
    expect(expectedBy(given(...history).order!)).toBe('2026-01-12');
    const lost = given(...history, missing('box-2'), resolve('buyer'));
    expect(expectedBy(lost.order!)).toBeUndefined();
    expect(neverCame(lost.order!)).toEqual(mug);
    expect(neverCame(given(...history, missing('box-2'), resolve('buyer'), deliver('box-2')).order!)).toEqual(
      [],
    );
  });
});

describe('a claim that the platform has to decide', () => {
  const escalated = [...arrived, claim(), answerClaim(false), escalate] as const;

  it('is granted when the platform does not decide it in time, and not before (M18)', () => {
    const order = given(...escalated);
    expect(runningTimers(order.order!)).toMatchObject([{ timer: 'decide-claim', subject: 'claim' }]);
    const { dueAt } = runningTimers(order.order!)[0]!;
    order.when({ type: 'fire-timers' }, { role: 'timer', at: time(2) }).thenRefused('nothing-due');
    const late = order.when({ type: 'fire-timers' }, { role: 'timer', at: dueAt });
    expect(
      late.then('ClaimResolved', 'RefundInitiated', 'OrderCompleted', 'ReviewRequested').newEvents[0],
    ).toMatchObject({
      data: { resolvedFor: 'buyer', amount: 1920, timer: 'decide-claim' },
    });
  });

  it('waits without an end where the order was placed under a policy that has none (M18)', () => {
    const [placed, ...rest] = escalated;
    const before = given([placed, under({ decideClaimWorkingDays: 0 })], ...rest);
    expect(runningTimers(before.order!)).toEqual([]);
  });

  it('stands among what waits for the platform (M18)', () => {
    const handedOver = [goodwill(), fail('1')] as const;
    const waiting = given(...escalated, ...handedOver).order!;
    expect(casesWaitingFor(waiting, 'platform')).toMatchObject([
      { kind: 'claim', caseId: 'claim', state: 'escalated' },
    ]);
    expect(casesWaitingFor(given(...escalated, resolve('buyer')).order!, 'platform')).toEqual([]);
  });
});

describe('a claim that is granted in part (M18)', () => {
  const both = [...arrived, claim({ units: shirts(2) })] as const;
  const part = given(...both).when(resolve('buyer', { units: shirts(1) }), as('platform'));

  it('gives back the price of some of the units; the others are free again (M18)', () => {
    const order = part.then('ClaimResolved', 'RefundInitiated');
    expect(order.newEvents[0]).toMatchObject({ data: { granted: shirts(1), amount: 3840 } });
    expect([order.refunded, order.lines[0]!.returned]).toEqual([3840, 1]);
    const later = given(...both, resolve('buyer', { units: shirts(1) }));
    later.when(claim({ claimId: 'second', units: shirts(1) })).then('ClaimOpened');
    later.when(claim({ claimId: 'second', units: shirts(2) })).thenRefused('units-in-another-case');
  });

  it('gives back an amount, while the units stay with the buyer and in the claim (M18)', () => {
    const order = given(...both)
      .when(resolve('buyer', { amount: 500 }))
      .then('ClaimResolved', 'RefundInitiated');
    expect(order.newEvents[0]).toMatchObject({ data: { allowance: 500, amount: 500 } });
    expect([order.refunded, order.lines[0]!.returned, due(order)]).toEqual([500, 0, 9100]);
    given(...both, resolve('buyer', { amount: 500 }))
      .when(claim({ claimId: 'second', units: shirts(1) }))
      .thenRefused('units-in-another-case');
  });

  it("is worth what its units are, with their share of the charges at another's fault (M18)", () => {
    const whole = (refundChargesAtFault: boolean) => {
      const placed = [create(), under({ refundChargesAtFault })] as const;
      const open = given(placed, ...arrived.slice(1), claim({ units: shirts(2) }));
      const { refunded } = open.when(resolve('buyer')).then('ClaimResolved', 'RefundInitiated');
      open.when(resolve('buyer', { amount: refunded + 1 })).thenRefused('claim-over-worth', '/amount');
      const most = open.when(resolve('buyer', { amount: refunded }));
      expect(most.then('ClaimResolved', 'RefundInitiated').refunded).toBe(refunded);
      return refunded;
    };
    expect(whole(true)).toBeGreaterThan(whole(false));
  });

  it('names a part that can be granted (M18)', () => {
    const open = given(...both);
    open.when(resolve('buyer', { units: mug })).thenRefused('too-many-units', '/units/0/quantity');
    open.when(resolve('buyer', { amount: 0 })).thenRefused('bad-money', '/amount');
    open.when(resolve('buyer', { units: shirts(1), amount: 1 })).thenRefused('not-in-part', '/amount');
    open.when(resolve('seller', { units: shirts(1) })).thenRefused('not-in-part', '/units');
    given(...sent, missing())
      .when(resolve('buyer', { amount: 1 }))
      .thenRefused('not-in-part', '/amount');
    const all = open.when(resolve('buyer', { units: shirts(2) })).then('ClaimResolved', 'RefundInitiated');
    expect(all.claims[0]!.granted).toBeUndefined();
  });
});

describe('an appeal (M18)', () => {
  const both = [...arrived, claim({ units: shirts(2) })] as const;
  const lost = [...both, resolve('seller')] as const;

  it('goes to the platform, which decides it in its usual time (M18)', () => {
    const { order } = given(...lost, appeal);
    expect(casesWaitingFor(order!, 'platform')).toMatchObject([{ caseId: 'claim', state: 'appealed' }]);
    const [{ timer, dueAt }] = runningTimers(order!) as [{ timer: string; dueAt: string }];
    expect(timer).toBe('decide-claim');
    const late = given(...lost, appeal).when({ type: 'fire-timers' }, { role: 'timer', at: dueAt });
    expect(late.then('ClaimResolved', 'RefundInitiated', 'OrderCompleted', 'ReviewRequested').refunded).toBe(
      7680,
    );
  });

  it('is made once, and what is granted with it goes back (M18)', () => {
    given(...lost)
      .when(appeal, as('buyer'))
      .then('ClaimAppealed');
    given(...lost)
      .when(appeal, as('seller'))
      .thenRefused('role-not-allowed');
    const won = given(...lost, appeal)
      .when(resolve('buyer'))
      .then('ClaimResolved', 'RefundInitiated');
    expect([won.refunded, won.newEvents[1]]).toMatchObject([7680, { data: { refundId: 'appeal.claim' } }]);
    given(...lost, appeal, resolve('seller'))
      .when(appeal)
      .thenRefused('no-appeal', '/claimId');
    given(...lost, appeal)
      .when(appeal)
      .thenRefused('case-in-other-state');
  });

  it('adds to what was granted, and leaves it where it is lost (M18)', () => {
    const part = [...both, resolve('buyer', { units: shirts(1) }), appeal] as const;
    const rest = given(...part)
      .when(resolve('buyer'))
      .then('ClaimResolved', 'RefundInitiated');
    expect([rest.refunded, rest.lines[0]!.returned]).toEqual([7680, 2]);
    given(...part)
      .when(resolve('buyer', { units: shirts(2) }))
      .thenRefused('too-many-units');
    const stands = given(...part, resolve('seller')).order!;
    expect([stands.refunded, stands.claims[0]]).toMatchObject([
      3840,
      { resolvedFor: 'buyer', granted: shirts(1) },
    ]);

    const amount = [...both, resolve('buyer', { amount: 500 }), appeal] as const;
    const whole = given(...amount)
      .when(resolve('buyer'))
      .then('ClaimResolved', 'RefundInitiated');
    expect([whole.refunded, whole.allowances]).toEqual([7680, 0]);
    const more = given(...amount).when(resolve('buyer', { amount: 700 }));
    expect(more.then('ClaimResolved', 'RefundInitiated').refunded).toBe(1200);
    given(...amount)
      .when(resolve('buyer', { amount: 7181 }))
      .thenRefused('claim-over-worth');
    given(...amount)
      .when(resolve('buyer', { units: shirts(1) }))
      .thenRefused('not-in-part', '/units');
  });

  it('is against a decision of the platform that did not grant all, in the time for it (M18)', () => {
    given(...both, resolve('buyer'))
      .when(appeal)
      .thenRefused('no-appeal', '/claimId');
    given(...both, answerClaim(false), [goodwill(), { at: time(2 + 7 * day) }])
      .when(appeal, { at: time(3 + 7 * day) })
      .thenRefused('no-appeal');
    given(...lost)
      .when(appeal, { at: time(9 * day) })
      .thenRefused('appeal-window-over', '/claimId');
    given([create(), under({ appealDays: 0 })], ...lost.slice(1))
      .when(appeal)
      .thenRefused('appeal-window-over');
    given(...lost, requestReturn({ units: shirts(1) }))
      .when(appeal)
      .thenRefused('units-in-another-case');
  });

  it('holds its units, also of a package that has not come (M18)', () => {
    given(...lost, appeal)
      .when(requestReturn({ units: shirts(1) }))
      .thenRefused('too-many-units');
    const notCome = given(...sent, missing(), resolve('seller'), appeal);
    notCome.when(missing('box-1', 'second')).thenRefused('units-in-another-case');
    expect(notCome.when(resolve('buyer')).then('ClaimResolved', 'RefundInitiated').refunded).toBe(9600);
  });
});
