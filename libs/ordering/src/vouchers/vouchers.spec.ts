import { describe, expect, it } from '@jest/globals';
import { type ReportDelay } from '../commands.js';
import { type CouponTerms } from '../prices/coupon-terms.js';
import { as, create, delay, given, goodwill, pay, ship, under } from '../testing/scenario.js';
import { couponOfVoucher } from './coupon-of-voucher.js';

const shipped = given(create(), pay(), { type: 'confirm' }, ship());
const offering = (offer: ReportDelay['offer']) => delay({ offer });
const voucher = { kind: 'voucher', amount: 500 } as const;

/** A coupon of 5.00 that the buyer of the examples alone can use. */
const theirs: CouponTerms = {
  sellerId: 's-1',
  code: 'SORRY',
  label: 'Sorry',
  currency: 'EUR',
  benefit: { kind: 'amount', amount: 500 },
  buyerId: 'b-1',
  validUntil: '2026-03-01T00:00:00.000Z',
};

describe('a voucher that is offered for a delay', () => {
  it('is issued with the same decision, and is a coupon of that buyer (M16)', () => {
    const commandId = '6f1c1e0a-52d4-5c61-9a3e-0d2f4f1b8c11';
    const order = shipped
      .when(offering(voucher), as('seller', { commandId }))
      .then('DeliveryDelayed', 'VoucherIssued');
    const [delayed, issued] = order.newEvents;
    expect(issued!.data).toEqual({
      code: expect.stringMatching(/^V-[0-9A-F]{12}$/),
      amount: 500,
      currency: 'EUR',
      validUntil: '2026-04-05T10:00:00.000Z',
      paidBy: 'seller',
      reason: 'delay',
    });
    const { code } = order.vouchers![0]!;
    expect(delayed).toMatchObject({ data: { offer: { ...voucher, code } } });
    expect(couponOfVoucher(order, order.vouchers![0]!)).toEqual({
      sellerId: 's-1',
      code,
      label: 'Voucher',
      currency: 'EUR',
      benefit: { kind: 'amount', amount: 500 },
      validUntil: '2026-04-05T10:00:00.000Z',
      limit: 1,
      buyerId: 'b-1',
      paidBy: 'seller',
      orderId: 'o-1',
    });
  });

  it('has the code of its command, and of no other (M16)', () => {
    const codeBy = (commandId: string): string =>
      shipped.when(offering(voucher), { commandId }).then('DeliveryDelayed', 'VoucherIssued').vouchers![0]!
        .code;
    expect(codeBy('1')).toBe(codeBy('1'));
    expect(codeBy('1')).not.toBe(codeBy('2'));
  });

  it('holds as long as the policy says, and is paid by whoever offers it (M16)', () => {
    const short = given([create(), under({ voucherValidDays: 1 })], pay(), { type: 'confirm' }, ship());
    const order = short.when(offering(voucher), as('platform')).then('DeliveryDelayed', 'VoucherIssued');
    expect(order.vouchers).toMatchObject([{ validUntil: '2026-01-06T10:00:00.000Z', paidBy: 'platform' }]);
  });

  it('can be a coupon that is there for this buyer alone (M16)', () => {
    const order = shipped
      .when(offering({ ...voucher, code: 'SORRY' }), as('seller', { offered: theirs }))
      .then('DeliveryDelayed', 'VoucherIssued');
    expect(order.vouchers).toMatchObject([
      { code: 'SORRY', validUntil: theirs.validUntil, paidBy: 'seller' },
    ]);
  });

  it.each<[string, CouponTerms | undefined]>([
    ['made up', undefined],
    ["another buyer's", { ...theirs, buyerId: 'b-2' }],
    ["everybody's", { ...theirs, buyerId: undefined }],
    ['of another amount', { ...theirs, benefit: { kind: 'amount', amount: 400 } }],
    ['no amount', { ...theirs, benefit: { kind: 'percentage', basisPoints: 500 } }],
    ['in another currency', { ...theirs, currency: 'USD' }],
  ])('is refused with a code that is %s (M16)', (_, offered) =>
    shipped
      .when(offering({ ...voucher, code: 'SORRY' }), as('seller', { offered }))
      .thenRefused('voucher-not-there', '/offer/code'),
  );

  it('that another system promised is only recorded (M16)', () => {
    shipped.when(offering({ ...voucher, code: 'OLD' }), { isHistory: true }).then('DeliveryDelayed');
  });
});

describe('goodwill', () => {
  it('can be a voucher that the platform pays for: no money goes back (M16)', () => {
    const order = shipped
      .when({ ...goodwill(2500), as: 'voucher', note: 'Sorry!' }, as('platform'))
      .then('VoucherIssued');
    expect(order.newEvents[0]).toMatchObject({
      data: { amount: 2500, paidBy: 'platform', reason: 'goodwill' },
    });
    expect([order.refunded, order.refunds]).toEqual([0, []]);
    shipped.when({ ...goodwill(0), as: 'voucher' }, as('platform')).thenRefused('bad-money', '/amount');
  });
});
