import { describe, expect, it, test } from '@jest/globals';
import { statusOf } from '../status.js';
import {
  arrange,
  as,
  create,
  delay,
  deliver,
  given,
  pay,
  reestimate,
  ship,
  time,
} from '../testing/scenario.js';
import { expectedBy } from './estimates.js';

const confirm = { type: 'confirm' } as const;
const mug = [{ lineId: 'mug', quantity: 1 }];
const confirmed = [create({ promisedDelivery: '2026-01-12' }), pay(), confirm] as const;
const shipped = given(...confirmed, ship({ estimatedDelivery: '2026-01-10' }));
const parts = given(
  ...confirmed,
  ship({ units: mug, estimatedDelivery: '2026-01-10' }),
  deliver(),
  arrange({ packageId: 'box-2', units: [{ lineId: 'shirt', quantity: 1 }], estimatedDelivery: '2026-01-11' }),
);
const estimates = (order: { readonly packages: readonly { readonly estimatedDelivery?: string }[] }) =>
  order.packages.map((parcel) => parcel.estimatedDelivery);

describe('report-delay', () => {
  it('tells of one package with cause, explanation and offer, and of the day before', () => {
    const offer = { kind: 'voucher', amount: 500 } as const;
    const reported = { packageId: 'box-1', explanation: 'The ferry does not run.', offer };
    const order = shipped.when(delay(reported), as('seller')).then('DeliveryDelayed', 'VoucherIssued');
    expect(order.newEvents[0]!.data).toEqual({
      ...reported,
      offer: { ...offer, code: order.vouchers![0]!.code },
      cause: 'weather',
      fault: 'nobody',
      newEstimate: '2026-01-20',
      previousEstimate: '2026-01-10',
    });
    expect([statusOf(order), estimates(order), expectedBy(order)]).toEqual([
      'InTransit',
      ['2026-01-20'],
      '2026-01-20',
    ]);
  });

  it('without a package is about all that has not arrived, packed or not', () => {
    const order = parts.when(delay()).then('DeliveryDelayed');
    expect(order.newEvents[0]!.data).toMatchObject({ previousEstimate: '2026-01-12' });
    expect(estimates(order)).toEqual(['2026-01-10', '2026-01-20']);
    expect(order.estimatedDelivery).toBe('2026-01-20');
  });

  it('is no earlier day, but may be the same', () => {
    shipped.when(delay({ newEstimate: '2026-01-09' })).thenRefused('estimate-not-later', '/newEstimate');
    shipped.when(delay({ newEstimate: '2026-01-10' })).then('DeliveryDelayed');
  });

  it('refuses delivered and unknown packages', () => {
    parts.when(delay({ packageId: 'box-1' })).thenRefused('package-already-delivered', '/packageId');
    parts.when(delay({ packageId: 'box-9' })).thenRefused('unknown-package', '/packageId');
    given(...confirmed, ship(), deliver())
      .when(delay())
      .thenRefused('order-already-delivered');
  });

  test.each([
    ['a voucher without an amount', { kind: 'voucher' }, '/offer/amount'],
    ['a voucher of nothing', { kind: 'voucher', amount: 0 }, '/offer/amount'],
    ['faster shipping with an amount', { kind: 'faster-shipping', amount: 1 }, '/offer'],
    ['faster shipping with a code', { kind: 'faster-shipping', code: 'X' }, '/offer'],
  ] as const)('refuses %s', (_, offer, pointer) =>
    shipped.when(delay({ offer })).thenRefused('bad-offer', pointer),
  );

  it('lets a carrier report, but offer nothing', () => {
    shipped.when(delay(), as('carrier')).then('DeliveryDelayed');
    const offer = { kind: 'faster-shipping' } as const;
    shipped.when(delay({ offer }), as('carrier')).thenRefused('role-not-allowed', '/offer');
  });
});

describe('change-estimate', () => {
  it('moves the day of a package both ways', () => {
    const later = shipped.when(reestimate({ packageId: 'box-1' })).then('DeliveryEstimateChanged');
    expect(later.newEvents[0]!.data).toEqual({
      packageId: 'box-1',
      newEstimate: '2026-01-15',
      previousEstimate: '2026-01-10',
    });
    expect(
      estimates(shipped.when(reestimate({ newEstimate: '2026-01-08' })).then('DeliveryEstimateChanged')),
    ).toEqual(['2026-01-08']);
  });

  it('records nothing where the day is the same', () => {
    shipped.when(reestimate({ packageId: 'box-1', newEstimate: '2026-01-10' })).then();
    parts.when(reestimate({ newEstimate: '2026-01-12' })).then('DeliveryEstimateChanged');
    given(...confirmed, arrange(), reestimate())
      .when(reestimate())
      .then();
  });

  it('refuses a day that is over everywhere', () => {
    const at = time(24 * 3 + 3);
    shipped
      .when(reestimate({ newEstimate: '2026-01-07' }), { at })
      .thenRefused('estimate-in-past', '/newEstimate');
    shipped
      .when(reestimate({ newEstimate: '2026-01-07' }), { at: time(24 * 3 + 2.9) })
      .then('DeliveryEstimateChanged');
  });
});

describe('expectedBy', () => {
  it('is the last day of all that is still to come', () => {
    expect(expectedBy(given(...confirmed).order!)).toBe('2026-01-12');
    expect(expectedBy(parts.order!)).toBe('2026-01-12');
    expect(expectedBy(shipped.order!)).toBe('2026-01-10');
    expect(expectedBy(given(...confirmed, ship(), deliver()).order!)).toBeUndefined();
    expect(expectedBy(given(create()).order!)).toBeUndefined();
  });
});
