import { describe, expect, it, test } from '@jest/globals';
import { businessDayAfter } from '../cases/business-days.js';
import { type PaymentMethod } from '../order-terms.js';
import { statusOf } from '../status.js';
import {
  as,
  cancel,
  create,
  fail,
  given,
  goodwill,
  modifyLines,
  pay,
  settleRefund,
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

describe('a refund at the provider', () => {
  it('is settled once, however often the provider says so', () => {
    const order = given(...refunding)
      .when(settleRefund('psp-1'), as('payments'))
      .then('RefundSettled');
    expect(order.refunds[0]).toMatchObject({ state: 'settled', settledBy: 'psp-1' });
    const settled = given(...refunding, settleRefund('psp-1'));
    settled.when(settleRefund('psp-1')).then();
    settled.when(settleRefund('psp-2')).thenRefused('case-in-other-state', '/refundId');
    settled.when(fail('psp-3')).thenRefused('case-in-other-state');
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
