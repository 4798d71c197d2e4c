import { describe, expect, it } from '@jest/globals';
import { statusOf } from '../status.js';
import {
  cancel,
  create,
  deliver,
  given,
  pay,
  requestReturn,
  ship,
  time,
  under,
} from '../testing/scenario.js';

const confirm = { type: 'confirm' } as const;
const receipt = { type: 'confirm-receipt' } as const;
const shirts = (quantity: number) => [{ lineId: 'shirt', quantity }];
const mug = [{ lineId: 'mug', quantity: 1 }];
const confirmed = given(create(), pay(), confirm);
const delivered = given(create(), pay(), confirm, ship(), deliver());

describe('confirm', () => {
  it('waits until the hold is over, then releases it by itself', () => {
    const onHold = given([create(), under({ holdMinutes: 60 })], [pay(), { at: time(1) }]);
    onHold.when(confirm, { at: time(1.5) }).thenRefused('order-on-hold');
    const order = onHold.when(confirm, { at: time(2) }).then('HoldReleased', 'OrderConfirmed');
    expect(order.newEvents[0]).toMatchObject({ data: { timer: 'hold', dueAt: time(2) } });
    expect(statusOf(order)).toBe('Confirmed');
  });
});

describe('ship', () => {
  it('sends everything that is left where no units are named', () =>
    expect(statusOf(confirmed.when(ship()).then('PackageArranged', 'PackageShipped'))).toBe('InTransit'));

  it('sends an order in parts', () => {
    const part = confirmed.when(ship({ units: shirts(1) })).then('PackageArranged', 'PackageShipped');
    expect(statusOf(part)).toBe('PartiallyShipped');
    const both = given(create(), pay(), confirm, ship({ units: shirts(1) })).when(
      ship({ packageId: 'box-2' }),
    );
    expect(both.then('PackageArranged', 'PackageShipped').packages[1]!.units).toEqual([...shirts(1), ...mug]);
  });

  it('names a package after the command where the seller gives it no name', () =>
    expect(
      confirmed.when(ship({ packageId: undefined })).then('PackageArranged', 'PackageShipped').packages[0],
    ).toMatchObject({ packageId: 'cmd' }));

  it('refuses more than is left, unknown lines and odd quantities', () => {
    confirmed.when(ship({ units: shirts(3) })).thenRefused('too-many-units', '/units/0/quantity');
    confirmed.when(ship({ units: [...shirts(1), ...shirts(2)] })).thenRefused('too-many-units');
    confirmed
      .when(ship({ units: [{ lineId: 'hat', quantity: 1 }] }))
      .thenRefused('unknown-line', '/units/0/lineId');
    confirmed.when(ship({ units: shirts(0) })).thenRefused('bad-quantity', '/units/0/quantity');
    confirmed.when(ship({ units: [] })).thenRefused('nothing-left', '/units');
  });

  it('does not send cancelled units', () => {
    const one = given(create(), pay(), confirm, cancel({ units: mug }));
    one.when(ship({ units: mug })).thenRefused('too-many-units');
    expect(statusOf(one.when(ship()).then('PackageArranged', 'PackageShipped'))).toBe('InTransit');
  });

  it('refuses a package name that is taken, and a missing checklist', () => {
    given(create(), pay(), confirm, ship({ units: mug }))
      .when(ship())
      .thenRefused('package-already-exists', '/packageId');
    const strict = given([create(), under({ checklistRequired: true })], pay(), confirm);
    strict.when(ship()).thenRefused('checklist-required', '/checklistDone');
    strict.when(ship({ checklistDone: true })).then('PackageArranged', 'PackageShipped');
  });
});

describe('deliver', () => {
  it('delivers the order with its last package', () => {
    const parts = given(create(), pay(), confirm, ship({ units: mug }), ship({ packageId: 'box-2' }));
    expect(statusOf(parts.when(deliver()).then('PackageDelivered'))).toBe('InTransit');
    const last = given(
      create(),
      pay(),
      confirm,
      ship({ units: mug }),
      ship({ packageId: 'box-2' }),
      deliver(),
    );
    expect(statusOf(last.when(deliver('box-2')).then('PackageDelivered', 'OrderDelivered'))).toBe(
      'Delivered',
    );
  });

  it('refuses unknown packages, and a package twice', () => {
    const underway = given(create(), pay(), confirm, ship({ units: mug }), deliver());
    underway.when(deliver('box-9')).thenRefused('unknown-package', '/packageId');
    underway.when(deliver()).thenRefused('package-already-delivered', '/packageId');
  });

  it('delivers the order when what had not been shipped is cancelled', () => {
    const rest = given(create(), pay(), confirm, ship({ units: shirts(2) }), deliver());
    const order = rest.when(cancel()).then('LinesCancelled', 'OrderDelivered', 'RefundInitiated');
    expect(statusOf(order)).toBe('Delivered');
  });
});

describe('confirm-receipt', () => {
  it('completes the order', () =>
    expect(statusOf(delivered.when(receipt).then('OrderCompleted', 'ReviewRequested'))).toBe('Completed'));
});

describe('request-return', () => {
  it('is possible for delivered units, each once', () => {
    const order = delivered.when(requestReturn({ units: shirts(2) })).then('ReturnRequested');
    expect([statusOf(order), order.lines[0]!.returnRequested]).toEqual(['Delivered', 2]);
    const again = given(create(), pay(), confirm, ship(), deliver(), requestReturn());
    again.when(requestReturn({ returnId: 'again', units: shirts(2) })).thenRefused('too-many-units');
  });

  it('is possible for a delivered package of an order that is still on its way', () => {
    const parts = given(
      create(),
      pay(),
      confirm,
      ship({ units: mug }),
      ship({ packageId: 'box-2' }),
      deliver(),
    );
    parts.when(requestReturn({ units: mug })).then('ReturnRequested');
    parts.when(requestReturn({ units: shirts(1) })).thenRefused('too-many-units');
  });

  it('completes an order whose time is over, and still takes the return within the window', () => {
    delivered
      .when(requestReturn(), { at: time(1 + 8 * 24) })
      .then('OrderCompleted', 'ReviewRequested', 'ReturnRequested');
    delivered
      .when(requestReturn(), { at: time(1 + 15 * 24) })
      .then('OrderCompleted', 'ReviewRequested', 'ReturnRequested');
    delivered.when(requestReturn(), { at: time(1.01 + 15 * 24) }).thenRefused('return-window-over');
  });

  it('refuses what was not delivered, and goods that the policy excludes', () => {
    given(create(), pay(), confirm, ship()).when(requestReturn()).thenRefused('order-not-delivered');
    const strict = under({ nonReturnableProducts: ['p-mug'] });
    given([create(), strict], pay(), confirm, ship(), deliver())
      .when(requestReturn({ units: [...shirts(1), ...mug] }))
      .thenRefused('goods-not-returnable', '/units/1');
  });
});
