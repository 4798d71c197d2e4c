import { describe, expect, it, test } from '@jest/globals';
import { businessDayAfter } from '../cases/business-days.js';
import { type Order } from '../order.js';
import { type PaymentMethod } from '../order-terms.js';
import { statusOf } from '../status.js';
import {
  as,
  cancel,
  create,
  deliver,
  fail,
  given,
  givenEvents,
  goodwill,
  modifyLines,
  nameAccount,
  pay,
  settleRefund,
  ship,
  time,
} from '../testing/scenario.js';

const paid = [create(), pay()] as const;
const refunding = [...paid, goodwill()] as const;
const retry = { type: 'retry-refund', refundId: 'gift' } as const;
const mug = [{ lineId: 'mug', quantity: 1 }];

describe('a refund out of goodwill', () => {
  it('goes back while the buyer keeps everything', () => {
    const order = given(...paid)
      .when(goodwill(500), as('platform'))
      .then('RefundInitiated');
    expect([order.refunded, statusOf(order)]).toEqual([500, 'AwaitingConfirmation']);
    expect(given(...paid, goodwill(500), cancel()).order!.refunded).toBe(9600);
  });

  it('is never more than what was paid and has not gone back', () => {
    given(...paid)
      .when(goodwill(9601))
      .thenRefused('refund-over-captured', '/amount');
    given(...paid, cancel({ units: mug }))
      .when(goodwill(7801))
      .thenRefused('refund-over-captured');
    // What was paid of a change that is still to come waits for that.
    given(...paid, modifyLines(), pay({ paymentId: 'pay-2', amount: 2000 }))
      .when(goodwill(9601))
      .thenRefused('refund-over-captured');
    given(...paid)
      .when(goodwill(0))
      .thenRefused('bad-money', '/amount');
    given(create()).when(goodwill()).thenRefused('order-not-paid');
    given(...refunding)
      .when(goodwill())
      .thenRefused('refund-already-exists', '/refundId');
    given(...paid)
      .when({ ...goodwill(), refundId: 'return.back' })
      .thenRefused('reserved-name', '/refundId');
    given(...paid)
      .when(goodwill(), as('seller'))
      .thenRefused('role-not-allowed');
  });
});

describe('the day by which a refund is expected', () => {
  // time(1) is Monday, January 5.
  test.each<[PaymentMethod, string]>([
    ['wallet', '2026-01-08'],
    ['voucher', '2026-01-08'],
    ['bank-transfer', '2026-01-14'],
    ['card', '2026-01-23'],
    ['other', '2026-01-23'],
  ])('by %s is %s', (method, expectedBy) =>
    expect(
      given(create(), pay({ method })).when(cancel()).then('LinesCancelled', 'RefundInitiated').newEvents[1],
    ).toMatchObject({ data: { method, expectedBy } }),
  );

  it('is that of the slowest way in which was paid', () => {
    const parts = [
      pay({ amount: 9000, method: 'wallet' }),
      pay({ paymentId: 'p2', amount: 600, method: 'card' }),
    ];
    expect(
      given(create(), ...parts)
        .when(cancel())
        .then('LinesCancelled', 'RefundInitiated').newEvents[1],
    ).toMatchObject({ data: { method: 'card', expectedBy: '2026-01-23' } });
  });

  it('is counted in business days', () => {
    expect(businessDayAfter('2026-01-09T23:00:00.000Z', 1)).toBe('2026-01-12');
    expect(businessDayAfter('2026-01-10T09:00:00.000Z', 1)).toBe('2026-01-12');
    expect(businessDayAfter('2026-01-05T09:00:00.000Z', 5)).toBe('2026-01-12');
  });
});

const voucher = pay({ paymentId: 'v-1', provider: 'gifts', method: 'voucher', amount: 4000 });
const card = pay({ paymentId: 'c-1', provider: 'acme', amount: 5600 });
const shared = [create(), voucher, card, [cancel(), { commandId: 'all' }]] as const;
const states = ({ refunds }: Order): string[] => refunds.map(({ state }) => state);

describe('a refund of several payments', () => {
  it('has a share of each, none above what the payment holds (M8)', () => {
    const { newEvents } = given(create(), voucher, card)
      .when(cancel())
      .then('LinesCancelled', 'RefundInitiated');
    expect(newEvents[1]).toMatchObject({
      data: {
        ...{ amount: 9600, method: 'card', expectedBy: '2026-01-23' },
        shares: [
          { provider: 'acme', paymentId: 'c-1', method: 'card', amount: 5600, expectedBy: '2026-01-23' },
          { provider: 'gifts', paymentId: 'v-1', method: 'voucher', amount: 4000, expectedBy: '2026-01-08' },
        ],
      },
    });
    const partly = given(create(), voucher, card, goodwill(5000), cancel());
    expect(partly.order!.refunds.map(({ paymentId, amount }) => [paymentId, amount])).toEqual([
      ['c-1', 5000],
      ['c-1', 600],
      ['v-1', 4000],
    ]);
  });

  it('settles, fails and is tried again share by share (M8)', () => {
    const both = given(...shared);
    expect(states(both.order!)).toEqual(['initiated', 'initiated']);
    both.when(settleRefund('psp-1', 'all')).thenRefused('refund-share-unclear', '/paymentId');
    const first = { ...settleRefund('psp-1', 'all'), paymentId: 'c-1' };
    expect(states(both.when(first).then('RefundSettled'))).toEqual(['settled', 'initiated']);
    // A provider speaks of its own payments.
    const failed = { ...fail('psp-1', 'all'), provider: 'gifts' };
    const half = given(...shared, first, failed);
    expect(states(half.order!)).toEqual(['settled', 'failed']);
    const later = half.when({ type: 'fire-timers' }, { role: 'timer', at: time(8) }).then('RefundRetried');
    expect(later.newEvents[0]).toMatchObject({
      data: { refundId: 'all', share: 2, expectedBy: '2026-01-08' },
    });
    half.when({ ...failed, paymentId: 'x' }).thenRefused('refund-share-unclear');
  });

  it('reads a refund of before as one share, and takes nothing of its payments twice (M8)', () => {
    const events = given(create(), voucher, card, goodwill(5000)).events.map((event) =>
      event.type === 'RefundInitiated'
        ? { ...event, data: { ...event.data, method: 'card' as const, shares: undefined } }
        : event,
    );
    const { order } = givenEvents(events);
    expect(order!.refunds).toMatchObject([{ refundId: 'gift', method: 'card', amount: 5000 }]);
    const after = givenEvents(events).when(cancel()).then('LinesCancelled', 'RefundInitiated');
    expect(after.refunds.slice(1).map(({ paymentId, amount }) => [paymentId, amount])).toEqual([
      ['c-1', 4600],
    ]);
    givenEvents(events).when(settleRefund('psp-1')).then('RefundSettled');
  });
});

describe('money that cannot go back the way it was paid', () => {
  const cod = [
    create({ paymentMethod: 'cash-on-delivery' }),
    { type: 'confirm' },
    ship(),
    deliver(),
  ] as const;

  it('of cash on delivery the buyer is asked for an account, and names it once (M8)', () => {
    const asked = given(...cod)
      .when(goodwill(500))
      .then('RefundInitiated', 'RefundAccountAsked');
    expect(states(asked)).toEqual(['awaiting-account']);
    const asking = given(...cod, goodwill(500));
    const named = asking.when(nameAccount(), as('buyer')).then('RefundAccountNamed');
    expect(named.newEvents[0]).toMatchObject({ data: { expectedBy: '2026-01-14' } });
    expect(states(named)).toEqual(['initiated']);
    // No decision needs the account, so the order does not know it.
    expect(JSON.stringify(named.refunds)).not.toContain('1370012345678');
    const going = given(...cod, goodwill(500), nameAccount());
    going.when(nameAccount()).thenRefused('case-in-other-state', '/refundId');
    going.when(settleRefund('bank-1')).then('RefundSettled');
    asking.when(nameAccount('other')).thenRefused('unknown-refund', '/refundId');
    asking.when(nameAccount(), as('seller')).thenRefused('role-not-allowed');
  });

  it('is asked for where a provider takes no money back, and can be named for what failed (M8)', () => {
    const not = { ...fail('psp-1'), cause: 'not-refundable' } as const;
    const order = given(...refunding)
      .when(not)
      .then('RefundFailed', 'RefundAccountAsked');
    expect(states(order)).toEqual(['awaiting-account']);
    given(...refunding, fail('psp-1'))
      .when(nameAccount(), as('buyer'))
      .then('RefundAccountNamed');
    given(...refunding, not)
      .when(
        { ...nameAccount(), account: { holder: 'Ana', bank: 'BCA', number: '4111 1111 1111 1111' } },
        as('buyer'),
      )
      .thenRefused('card-data-not-allowed', '/account/number');
  });

  it('is handed to a person where nobody names an account (M8)', () => {
    const late = { role: 'timer', at: time(24 * 16) } as const;
    const order = given(...cod, [{ type: 'confirm-receipt' }, {}], goodwill(500))
      .when({ type: 'fire-timers' }, late)
      .then('RefundHandedOver');
    expect(states(order)).toEqual(['handed-over']);
    expect(order.newEvents[0]).toMatchObject({ data: { refundId: 'gift', timer: 'refund-account' } });
  });
});

describe('a refund that fails after it was paid out', () => {
  it('is open again, and tried again (M7)', () => {
    const order = given(...refunding, settleRefund('psp-1'))
      .when(fail('psp-1'), as('payments'))
      .then('RefundFailed');
    expect(states(order)).toEqual(['failed']);
    const reopened = given(...refunding, settleRefund('psp-1'), fail('psp-1'));
    // What was said before is no news: it has failed all the same.
    reopened.when(settleRefund('psp-1')).then();
    reopened.when(fail('psp-1')).then();
    reopened.when(settleRefund('psp-2'), { at: time(8) }).then('RefundRetried', 'RefundSettled');
    given(...refunding, settleRefund('psp-1'))
      .when(fail('psp-2'))
      .then('RefundFailed');
  });

  it('is so in whatever order the provider reports it (M7)', () => {
    const settled = { ...settleRefund('psp-1'), happenedAt: time(1) };
    const failed = { ...fail('psp-1'), happenedAt: time(2) };
    expect(states(given(...refunding, settled, failed).order!)).toEqual(['failed']);
    given(...refunding, failed)
      .when(settled)
      .then();
    given(...refunding, failed)
      .when({ ...settled, happenedAt: time(3) })
      .then('RefundSettled');
  });
});

describe('a refund at the provider', () => {
  it('is settled once, however often the provider says so', () => {
    const order = given(...refunding)
      .when(settleRefund('psp-1'), as('payments'))
      .then('RefundSettled');
    expect(order.refunds[0]).toMatchObject({ state: 'settled', settlements: ['psp-1'] });
    const settled = given(...refunding, settleRefund('psp-1'));
    settled.when(settleRefund('psp-1')).then();
    settled.when(settleRefund('psp-2')).thenRefused('case-in-other-state', '/refundId');
    given(...refunding)
      .when(settleRefund('psp-1', 'other'))
      .thenRefused('unknown-refund', '/refundId');
    given(create()).when(settleRefund('psp-1')).thenRefused('unknown-refund');
  });

  it('that fails is tried again by itself', () => {
    const order = given(...refunding, fail('psp-1'))
      .when(settleRefund('psp-2'), { at: time(8) })
      .then('RefundRetried', 'RefundSettled');
    expect(order.newEvents[0]).toMatchObject({
      data: { refundId: 'gift', timer: 'refund-retry', dueAt: time(7), expectedBy: '2026-01-23' },
    });
  });

  it('fails once per reference, and is not counted again', () => {
    given(...refunding, fail('psp-1'))
      .when(fail('psp-1'))
      .then();
    given(...refunding, fail('psp-1'), retry)
      .when(fail('psp-1'))
      .then();
    given(...refunding, fail('psp-1'))
      .when(fail('psp-2'))
      .thenRefused('case-in-other-state');
    given(...refunding)
      .when(retry)
      .thenRefused('case-in-other-state', '/refundId');
  });

  it('is handed to a person after three failures, and no program tries it again', () => {
    const twice = [...refunding, fail('psp-1'), retry, fail('psp-2'), retry] as const;
    const order = given(...twice)
      .when(fail('psp-3'))
      .then('RefundFailed', 'RefundHandedOver');
    expect(order.refunds[0]!.state).toBe('handed-over');
    const handed = given(...twice, fail('psp-3'));
    handed.when({ type: 'confirm' }, { at: time(30) }).then('OrderConfirmed');
    handed.when(settleRefund('bank-1'), as('platform')).then('RefundSettled');
  });

  it('can be tried again by the person, and comes back to the person when it fails once more', () => {
    const handed = given(...refunding, fail('1'), retry, fail('2'), retry, fail('3'), retry);
    expect(handed.order!.refunds[0]!.state).toBe('initiated');
    handed.when(fail('4')).then('RefundFailed', 'RefundHandedOver');
  });

  it('may be settled after all, although it was said to have failed', () =>
    expect(
      given(...refunding, fail('psp-1'))
        .when(settleRefund('psp-1'))
        .then('RefundSettled').refunds[0]!.state,
    ).toBe('settled'));
});
