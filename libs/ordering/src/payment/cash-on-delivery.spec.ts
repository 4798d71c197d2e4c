import { describe, expect, it } from '@jest/globals';
import { outstanding } from '../amounts.js';
import { type Order } from '../order.js';
import { statusOf } from '../status.js';
import { cancel, create, deliver, given, pay, requestReturn, ship, time } from '../testing/scenario.js';
import { runningTimers } from '../timer-table.js';

const cash = create({ paymentMethod: 'cash-on-delivery' });
const shirt = [{ lineId: 'shirt', quantity: 2 }];

describe('an order that is paid in cash on delivery', () => {
  it('goes on to the seller unpaid, and does not expire', () => {
    const order = given().when(cash).then('OrderPlaced');
    expect([statusOf(order), outstanding(order), order.paidAt]).toEqual([
      'AwaitingConfirmation',
      9600,
      undefined,
    ]);
    given(cash)
      .when({ type: 'confirm' }, { at: time(30) })
      .then('OrderConfirmed');
  });

  it('reaches its seller as soon as it is placed, also where it is paid before it arrives', () => {
    const shipBy = (order: Order) => runningTimers(order).find(({ timer }) => timer === 'ship-by');
    const { order } = given(cash);
    const paid = given(cash)
      .when(pay(), { at: time(30) })
      .then('PaymentCaptured');
    expect(shipBy(paid)).toEqual(shipBy(order!));
  });

  it('is paid when the last package has arrived', () => {
    const order = given(
      cash,
      { type: 'confirm' },
      ship({ units: shirt }),
      ship({ packageId: 'box-2' }),
      deliver(),
    )
      .when(deliver('box-2'))
      .then('PackageDelivered', 'PaymentCaptured', 'OrderDelivered');
    expect(order.newEvents[1]).toMatchObject({
      data: { paymentId: 'cash-cmd', method: 'cash-on-delivery', amount: 9600, currency: 'EUR' },
    });
    expect([outstanding(order), order.paidAt]).toEqual([0, time(1)]);
  });

  it('collects only what was not paid before or cancelled', () => {
    const order = given(
      cash,
      pay({ amount: 1000, method: 'voucher' }),
      { type: 'confirm' },
      cancel({ units: [{ lineId: 'mug', quantity: 1 }] }),
      ship(),
    )
      .when(deliver())
      .then('PackageDelivered', 'PaymentCaptured', 'OrderDelivered');
    expect(order.newEvents[1]).toMatchObject({ data: { amount: 6800 } });
    given(cash, cancel()).when(deliver()).thenRefused('unknown-package');
  });

  it('owes nothing for what is cancelled before it arrives', () => {
    const order = given(cash).when(cancel()).then('LinesCancelled');
    expect([statusOf(order), outstanding(order), order.refunded]).toEqual(['Cancelled', 0, 0]);
  });

  it('has only goods that are delivered', () => {
    const [first, ...others] = cash.lines;
    given()
      .when({ ...cash, lines: [{ ...first!, needsShipping: false }, ...others] })
      .thenRefused('cash-needs-delivery', '/paymentMethod');
  });

  it('is returned like any other', () =>
    void given(cash, { type: 'confirm' }, ship(), deliver()).when(requestReturn()).then('ReturnRequested'));
});
