import { describe, expect, it } from '@jest/globals';
import { captured, type OrderStatus, statusOf, sum } from '@app/ordering';
import { type AnomalyKind } from './anomaly.js';
import { type Checkout } from './checkout.js';
import { olistStatuses } from './olist-rows.js';
import { planCheckout } from './plan-checkout.js';
import { checkout, item, noTimes, payment } from './testing/checkouts.js';
import { playedPlan } from './testing/played-plan.js';

const { approvedAt } = checkout().order;
const onlyApproved = { ...noTimes, approvedAt };
const shipped = { status: 'shipped', deliveredAt: undefined };

describe('planCheckout', () => {
  it('plays a regular order at the times on record', () => {
    const { orders, anomalies } = planCheckout(checkout());
    expect(anomalies).toEqual([]);
    expect(orders).toHaveLength(1);
    expect(orders[0]!.requests.map(({ command, at }) => [command.type, at])).toEqual([
      ['create', '2018-05-01T10:00:00.000Z'],
      ['pay', '2018-05-01T11:00:00.000Z'],
      ['confirm', '2018-05-01T11:00:00.000Z'],
      ['ship', '2018-05-02T10:00:00.000Z'],
      ['deliver', '2018-05-05T10:00:00.000Z'],
    ]);
    expect(orders[0]!.requests.every(({ imported }) => imported)).toBe(true);
    expect(playedPlan(orders[0]!)).toMatchObject({
      buyerId: 'person-1',
      sellerId: 's-1',
      checkoutId: 'o-1',
      currency: 'BRL',
    });
  });

  it('plans the same orders and commands for the same rows, and others for another seller', () => {
    const ids = (rows: Checkout) =>
      planCheckout(rows).orders.flatMap(({ orderId, requests }) => [
        orderId,
        ...requests.map((request) => request.commandId),
      ]);
    expect(ids(checkout())).toEqual(ids(checkout()));
    const other = ids(checkout({ items: [item({ sellerId: 's-2' })] }));
    expect(other.some((id) => ids(checkout()).includes(id))).toBe(false);
  });

  it('makes one order per seller and gives each its share of every payment', () => {
    const items = [item(), item({ itemId: '2', sellerId: 's-2', price: 12000, freight: 1999 })];
    const payments = [
      payment({ sequence: '2', amount: 15000 }),
      payment({ sequence: '1', type: 'voucher', amount: 4999 }),
    ];
    const { orders, anomalies } = planCheckout(checkout({ items, payments }));
    expect(anomalies).toEqual([]);
    const played = orders.map(playedPlan);
    expect(played.map(captured)).toEqual([6000, 13999]);
    expect(played.map(({ payments }) => payments.map(({ paymentId }) => paymentId))).toEqual([
      ['o-1-1', 'o-1-2'],
      ['o-1-1', 'o-1-2'],
    ]);
  });

  it.each([
    ['credit_card', 'card'],
    ['debit_card', 'card'],
    ['boleto', 'bank-transfer'],
    ['voucher', 'voucher'],
  ])('captures %s as %s', (type, method) => {
    const [order] = planCheckout(checkout({ payments: [payment({ type })] })).orders;
    expect(order!.requests[1]!.command).toMatchObject({ type: 'pay', method, amount: 6000 });
  });

  it.each<[status: (typeof olistStatuses)[number], reached: OrderStatus]>([
    ['created', 'AwaitingPayment'],
    ['approved', 'AwaitingConfirmation'],
    ['invoiced', 'Confirmed'],
    ['processing', 'Confirmed'],
    ['shipped', 'InTransit'],
    ['delivered', 'Delivered'],
    ['unavailable', 'Cancelled'],
    ['canceled', 'Cancelled'],
  ])('leads an order that is %s to %s, with and without lines, payments and times', (status, reached) => {
    for (const items of [[item()], []])
      for (const payments of [[payment()], [payment({ amount: 7001 })], [payment({ amount: 30 })], []])
        for (const times of [{}, noTimes]) {
          const rows = checkout({ order: { status, ...times }, items, payments });
          const { orders, anomalies } = planCheckout(rows);
          const order = playedPlan(orders[0]!);
          const freeOfCharge = anomalies.some(({ kind }) => kind === 'nothing-due');
          expect(statusOf(order)).toBe(orders[0]!.reaches);
          expect(statusOf(order)).toBe(freeOfCharge ? 'AwaitingConfirmation' : reached);
          expect(captured(order)).toBe(status === 'created' ? 0 : sum(payments.map(({ amount }) => amount)));
        }
  });

  it.each<[what: string, rows: Checkout, ...kinds: AnomalyKind[]]>([
    ['no lines', checkout({ items: [] }), 'no-lines'],
    ['no customer', checkout({ customer: undefined }), 'customer-missing'],
    ['an unknown status', checkout({ order: { status: 'returned' } }), 'unknown-status'],
    [
      'no approval, cancelled',
      checkout({ order: { status: 'canceled', ...noTimes } }),
      'paid-without-approval',
    ],
    ['no approval, delivered', checkout({ order: { approvedAt: undefined } }), 'delivered-without-approval'],
    ['no hand-over', checkout({ order: { ...shipped, handedOverAt: undefined } }), 'hand-over-time-missing'],
    ['no delivery time', checkout({ order: { deliveredAt: undefined } }), 'delivery-time-missing'],
    [
      'approved after the hand-over',
      checkout({ order: { approvedAt: '2018-05-03T00:00:00.000Z' } }),
      'times-out-of-order',
    ],
    [
      'invoiced, but handed over',
      checkout({ order: { ...shipped, status: 'invoiced' } }),
      'time-beyond-status',
    ],
    [
      'cancelled on its way',
      checkout({ order: { ...shipped, status: 'canceled' } }),
      'cancelled-after-hand-over',
    ],
    ['cancelled and delivered', checkout({ order: { status: 'canceled' } }), 'cancelled-after-delivery'],
    ['no payment', checkout({ payments: [] }), 'no-payment'],
    [
      'a payment of nothing beside another',
      checkout({ payments: [payment(), payment({ sequence: '2', amount: 0 })] }),
      'zero-payment',
    ],
    [
      'an undefined payment',
      checkout({ payments: [payment({ type: 'not_defined' })] }),
      'payment-type-unknown',
    ],
    [
      'a payment of what was only created',
      checkout({ order: { status: 'created', ...noTimes } }),
      'payment-of-created-order',
    ],
    ['more paid', checkout({ payments: [payment({ amount: 6001 })] }), 'paid-more-than-price'],
    ['less paid', checkout({ payments: [payment({ amount: 5999 })] }), 'paid-less-than-price'],
    [
      'created and worth nothing',
      checkout({
        order: { status: 'created', ...noTimes },
        items: [item({ price: 0, freight: 0 })],
        payments: [],
      }),
      'nothing-due',
    ],
  ])('reports %s', (_, rows, ...kinds) => {
    const { orders, anomalies } = planCheckout(rows);
    expect(anomalies.map(({ kind }) => kind)).toEqual(kinds);
    for (const anomaly of anomalies)
      expect(anomaly).toMatchObject({ checkoutId: 'o-1', orderIds: [orders[0]!.orderId] });
    expect(statusOf(playedPlan(orders[0]!))).toBe(orders[0]!.reaches);
  });

  it('keeps the money of an order that was only created out of the log, and says how much', () => {
    const { orders, anomalies } = planCheckout(checkout({ order: { status: 'created', ...noTimes } }));
    expect(captured(playedPlan(orders[0]!))).toBe(0);
    expect(anomalies).toMatchObject([{ notCaptured: 6000 }]);
  });

  it('lets no step lie before the one it follows, and reports both times', () => {
    const order = { approvedAt: '2018-05-03T00:00:00.000Z', deliveredAt: '2018-05-02T12:00:00.000Z' };
    const { orders, anomalies } = planCheckout(checkout({ order }));
    expect(orders[0]!.requests.map(({ at }) => at)).toEqual([
      '2018-05-01T10:00:00.000Z',
      '2018-05-03T00:00:00.000Z',
      '2018-05-03T00:00:00.000Z',
      '2018-05-03T00:00:00.000Z',
      '2018-05-03T00:00:00.000Z',
    ]);
    expect(anomalies.map(({ reason }) => reason)).toEqual([
      'hand-over to the carrier at 2018-05-02T10:00:00.000Z, but approval at 2018-05-03T00:00:00.000Z',
      'delivery at 2018-05-02T12:00:00.000Z, but approval at 2018-05-03T00:00:00.000Z',
    ]);
  });

  it('keeps the hand-over of a cancelled order as a note of its cancellation', () => {
    const { orders } = planCheckout(checkout({ order: { status: 'unavailable', ...onlyApproved } }));
    expect(orders[0]!.requests.at(-1)!.command).toEqual({ type: 'cancel', reason: 'out-of-stock' });
    const late = planCheckout(checkout({ order: { ...shipped, status: 'canceled' } }));
    expect(late.orders[0]!.requests.at(-1)).toMatchObject({
      at: '2018-05-02T10:00:00.000Z',
      command: {
        reason: 'other',
        note: 'On record as handed over to the carrier at 2018-05-02T10:00:00.000Z.',
      },
    });
  });
});
