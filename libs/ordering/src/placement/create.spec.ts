import { describe, expect, it, test } from '@jest/globals';
import { defaultPolicy } from '../policy.js';
import { statusOf } from '../status.js';
import { as, create, given } from '../testing/scenario.js';

const [shirt, mug] = create().lines;

describe('create', () => {
  it('places an order that waits for payment, under the policy in force', () => {
    const order = given().when(create(), { policy: defaultPolicy }).then('OrderPlaced');
    expect(statusOf(order)).toBe('AwaitingPayment');
    expect(order.policy).toEqual(defaultPolicy);
  });

  it('needs no payment where nothing is to be paid', () => {
    const free = create({
      discounts: [{ code: 'GIFT', label: 'Gift', amount: 10_000 }],
      shippingFee: 0,
      fees: [],
      total: 0,
    });
    expect(statusOf(given().when(free).then('OrderPlaced'))).toBe('AwaitingConfirmation');
  });

  test.each([
    ['no lines', create({ lines: [], total: 600 }), 'no-lines', '/lines'],
    ['a line id twice', create({ lines: [shirt!, shirt!] }), 'duplicate-line', '/lines/1/lineId'],
    ['no units', create({ lines: [{ ...shirt!, quantity: 0 }] }), 'bad-quantity', '/lines/0/quantity'],
    ['half a unit', create({ lines: [{ ...shirt!, quantity: 0.5 }] }), 'bad-quantity', '/lines/0/quantity'],
    [
      'a price with a fraction',
      create({ lines: [{ ...shirt!, unitPrice: 9.99 }] }),
      'bad-money',
      '/lines/0/unitPrice',
    ],
    [
      'a fee below zero',
      create({ fees: [{ code: 'x', label: 'x', amount: -1 }] }),
      'bad-money',
      '/fees/0/amount',
    ],
    [
      'amounts beyond counting',
      create({ lines: [{ ...mug!, quantity: 2 ** 30, unitPrice: 2 ** 40 }] }),
      'bad-money',
      '/total',
    ],
    ['an unknown currency', create({ currency: 'XYZ' }), 'unknown-currency', '/currency'],
    ['a total that does not add up', create({ total: 9601 }), 'totals-mismatch', '/total'],
    [
      'discounts above the goods',
      create({ discounts: [{ code: 'x', label: 'x', amount: 10_001 }] }),
      'totals-mismatch',
      '/discounts',
    ],
    [
      'no street',
      create({ shippingAddress: { ...create().shippingAddress, street: ' ' } }),
      'bad-address',
      '/shippingAddress/street',
    ],
    [
      'a country by name',
      create({ shippingAddress: { ...create().shippingAddress, country: 'Indonesia' } }),
      'bad-address',
      '/shippingAddress/country',
    ],
  ] as const)('refuses %s', (_, command, code, pointer) => given().when(command).thenRefused(code, pointer));

  it('refuses an order that exists', () =>
    given(create()).when(create()).thenRefused('order-already-exists'));
  it('is not for sellers', () => given().when(create(), as('seller')).thenRefused('role-not-allowed'));
  it('is what an order begins with', () => given().when({ type: 'confirm' }).thenRefused('order-not-found'));
});
