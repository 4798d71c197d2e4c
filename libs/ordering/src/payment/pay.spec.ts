import { describe, expect, it } from '@jest/globals';
import { outstanding } from '../amounts.js';
import { statusOf } from '../status.js';
import { cancel, create, given, pay, time, under } from '../testing/scenario.js';

describe('pay', () => {
  it('hands the order to the seller once everything is paid', () =>
    expect(statusOf(given(create()).when(pay()).then('PaymentCaptured'))).toBe('AwaitingConfirmation'));

  it('takes parts, and knows what is left', () => {
    const order = given(create())
      .when(pay({ amount: 6000 }))
      .then('PaymentCaptured');
    expect([statusOf(order), outstanding(order)]).toEqual(['AwaitingPayment', 3600]);
  });

  it('holds the order where the policy says so', () =>
    expect(
      statusOf(
        given([create(), under({ holdMinutes: 60 })])
          .when(pay())
          .then('PaymentCaptured'),
      ),
    ).toBe('OnHold'));

  it('refuses more than is due', () =>
    given(create(), pay({ amount: 6000 }))
      .when(pay({ paymentId: 'p2', amount: 3601 }))
      .thenRefused('amount-over-due', '/amount'));
  it('refuses the second of two full payments', () =>
    given(create(), pay())
      .when(pay({ paymentId: 'p2' }))
      .thenRefused('order-already-paid'));
  it('records a payment once', () =>
    given(create(), pay({ amount: 1 }))
      .when(pay({ amount: 1 }))
      .thenRefused('payment-already-recorded', '/paymentId'));
  it('refuses another currency', () =>
    given(create())
      .when(pay({ currency: 'IDR' }))
      .thenRefused('currency-mismatch', '/currency'));
  it('refuses nothing and fractions', () => {
    given(create())
      .when(pay({ amount: 0 }))
      .thenRefused('bad-money', '/amount');
    given(create())
      .when(pay({ amount: 0.5 }))
      .thenRefused('bad-money', '/amount');
  });

  it('records and refunds money for a cancelled order', () => {
    const order = given(create(), cancel()).when(pay()).then('PaymentCaptured', 'RefundInitiated');
    expect([statusOf(order), order.refunded]).toEqual(['Cancelled', 9600]);
    expect(order.newEvents[1]).toMatchObject({ data: { amount: 9600, reason: 'paid-after-cancellation' } });
  });

  it('expires the order first when the money comes too late', () => {
    const order = given(create())
      .when(pay(), { at: time(26) })
      .then('LinesCancelled', 'PaymentCaptured', 'RefundInitiated');
    expect(order.newEvents[0]).toMatchObject({ data: { timer: 'unpaid-expiry', reason: 'unpaid' } });
    expect([statusOf(order), order.refunded]).toEqual(['Cancelled', 9600]);
  });

  it('takes what a provider captured twice when told to, and sends back what is too much', () => {
    const twice = given(create(), pay())
      .when(pay({ paymentId: 'p2', surplus: 'refund' }))
      .then('PaymentCaptured', 'RefundInitiated');
    expect(twice.newEvents[1]).toMatchObject({ data: { amount: 9600, reason: 'overpaid' } });
    expect(twice.newEvents[0]!.data).not.toHaveProperty('surplus');
    const over = given(create(), pay({ amount: 6000 }))
      .when(pay({ paymentId: 'p2', surplus: 'refund' }))
      .then('PaymentCaptured', 'RefundInitiated');
    expect([statusOf(over), over.refunded]).toEqual(['AwaitingConfirmation', 6000]);
  });
  it('records a payment once, in every status and whatever is due', () =>
    given(create(), pay(), { type: 'confirm' })
      .when(pay({ surplus: 'refund' }))
      .thenRefused('payment-already-recorded'));
  it('keeps no card number, and the money all the same (M6)', () => {
    const card = pay({ paymentId: '4111-1111-1111-1111', captureId: '4111111111111111' });
    const order = given(create()).when(card).then('PaymentCaptured');
    const masked = '411111******1111';
    expect(order.payments).toMatchObject([{ paymentId: masked, captureId: masked }]);
    given(create(), card).when(card).thenRefused('payment-already-recorded');
  });
  it('records every capture of a payment, each once (M5)', () => {
    const parts = [pay({ amount: 5000 }), pay({ amount: 4000 })];
    const order = given(create(), ...parts);
    expect(outstanding(order.order!)).toBe(600);
    order.when(parts[1]!).thenRefused('payment-already-recorded');
    const named = pay({ amount: 4000, captureId: 'cap-1' });
    const third = pay({ amount: 600, captureId: 'cap-2' });
    // Where only one of two reports names the capture, the amounts tell.
    order.when(named).thenRefused('payment-already-recorded');
    given(create(), pay({ amount: 5000 }), named, third)
      .when({ ...third, amount: 1 })
      .thenRefused('payment-already-recorded');
  });
  it('knows a provider however its name is written', () => {
    const by = (provider: string) => pay({ amount: 3200, provider });
    given(create(), by('Acme EU')).when(by('acme-eu')).thenRefused('payment-already-recorded');
  });

  it('tells the references of providers apart, as far as they are known (M5)', () => {
    const by = (provider?: string) => pay({ amount: 3200, provider });
    given(create(), by('acme')).when(by('acme')).thenRefused('payment-already-recorded');
    given(create(), by('acme')).when(by('other')).then('PaymentCaptured');
    given(create(), by('acme')).when(by()).thenRefused('payment-already-recorded');
    given(create(), by()).when(by('acme')).thenRefused('payment-already-recorded');
  });

  it('lets recorded history be late', () => {
    const late = given(create()).when(pay(), { at: time(26), isHistory: true });
    expect(statusOf(late.then('PaymentCaptured'))).toBe('AwaitingConfirmation');
  });
});
