import { describe, expect, it } from '@jest/globals';
import { statusOf } from '../status.js';
import {
  answer,
  answerChange,
  arrange,
  as,
  cancel,
  create,
  dispatch,
  given,
  modifyLines,
  pay,
  requestReturn,
  ship,
  time,
  under,
  withdrawChange,
  withEbook,
} from '../testing/scenario.js';

const confirm = { type: 'confirm' } as const;
const ebook = [{ lineId: 'ebook', quantity: 1 }];
const shirts = [{ lineId: 'shirt', quantity: 2 }];
const mixed = [create(withEbook), pay()] as const;
const onlyEbook = [
  create({ lines: [withEbook.lines![1]!], discounts: [], shippingFee: 0, fees: [], total: 2000 }),
  pay({ amount: 2000 }),
] as const;
const asked = (units: typeof ebook) => [cancel({ units }), as('buyer', { commandId: 'ask' })] as const;

describe('goods that need no shipping', () => {
  it('are delivered by the confirmation', () => {
    const order = given(...onlyEbook)
      .when(confirm)
      .then('OrderConfirmed', 'GoodsProvided', 'OrderDelivered');
    expect([statusOf(order), order.lines[0]!.delivered]).toEqual(['Delivered', 1]);
  });

  it('leave the rest of an order to be shipped', () => {
    const order = given(...mixed)
      .when(confirm)
      .then('OrderConfirmed', 'GoodsProvided');
    expect([statusOf(order), order.lines.map((line) => line.delivered)]).toEqual(['Confirmed', [0, 1]]);
    const packed = given(...mixed, confirm)
      .when(arrange())
      .then('PackageArranged');
    expect([statusOf(packed), packed.packages[0]!.units]).toEqual(['ShipmentArranged', shirts]);
    expect(
      statusOf(
        given(...mixed, confirm, arrange())
          .when(dispatch())
          .then('PackageShipped'),
      ),
    ).toBe('InTransit');
  });

  it('never go into a package, and cannot be cancelled any more', () => {
    const provided = given(...mixed, confirm);
    provided.when(ship({ units: ebook })).thenRefused('no-shipping-needed', '/units/0/lineId');
    provided.when(cancel({ units: ebook })).thenRefused('too-many-units');
  });

  it('make an order delivered whose other goods are cancelled', () => {
    const order = given(...mixed, confirm)
      .when(cancel())
      .then('LinesCancelled', 'OrderDelivered', 'RefundInitiated');
    expect(statusOf(order)).toBe('Delivered');
  });

  it('wait for the answer where the buyer asked to cancel them', () => {
    const held = given(...mixed, [...asked(ebook)], confirm);
    expect(held.events.map(({ type }) => type)).not.toContain('GoodsProvided');
    held.when(answer({ approve: false })).then('CancellationRejected', 'GoodsProvided');
    held.when(answer()).then('CancellationApproved', 'LinesCancelled', 'RefundInitiated');
  });

  it('keep an order open for the answer although all else is shipped', () => {
    const held = given(...mixed, [...asked(ebook)], confirm, ship());
    expect(statusOf(held.order!)).toBe('PartiallyShipped');
    const order = held.when(answer({ approve: false })).then('CancellationRejected', 'GoodsProvided');
    expect(statusOf(order)).toBe('InTransit');
  });

  it('wait for the end of a change of them', () => {
    const two = modifyLines({ changes: [{ lineId: 'ebook', quantity: 2 }] });
    const never = under({ modificationMinutes: 0 });
    const open = given([onlyEbook[0], never], onlyEbook[1], [two, as('buyer', { at: time(2) })], confirm);
    expect(statusOf(open.order!)).toBe('Confirmed');
    open.when(withdrawChange()).then('LinesChangeWithdrawn', 'GoodsProvided', 'OrderDelivered');
    open
      .when(answerChange({ approve: false }))
      .then('LinesChangeRejected', 'GoodsProvided', 'OrderDelivered');
    const order = given(
      [onlyEbook[0], never],
      onlyEbook[1],
      [two, as('buyer', { at: time(2) })],
      confirm,
      answerChange(),
    )
      .when(pay({ paymentId: 'more', amount: 2000 }))
      .then('PaymentCaptured', 'LinesChangeApplied', 'GoodsProvided', 'OrderDelivered');
    expect(order.lines[0]).toMatchObject({ ordered: 2, delivered: 2 });
    open
      .when({ type: 'fire-timers' }, as('timer', { at: time(30) }))
      .then('LinesChangeRejected', 'GoodsProvided', 'OrderDelivered');
  });

  it('stay of the variant that the buyer has', () => {
    const other = (quantity?: number) =>
      modifyLines({ changes: [{ lineId: 'ebook', variant: 'PDF', quantity }] });
    given(...mixed, confirm)
      .when(other())
      .thenRefused('order-already-shipped', '/changes/0/variant');
    given(...mixed)
      .when(other())
      .then('LinesChangeApplied');
  });

  it('can be asked back once the order is delivered', () => {
    given(...onlyEbook, confirm)
      .when(requestReturn({ units: ebook }))
      .then('ReturnRequested');
  });
});
