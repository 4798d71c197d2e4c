import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOrderExample, payOrderExample } from '../commands/routes/placement.js';
import { type RefundDto } from '../orders/order-cases.dto.js';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api, placeOrder, take } from '../testing/orders.js';
import { reporter } from '../testing/webhooks.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest({})));
afterAll(() => api.stop());

const { total } = createOrderExample;
const account = { holder: 'Ayu Lestari', bank: 'Bank Mandiri', number: '1370012345678' };

describe('a chargeback, and a refund that was begun at the provider', () => {
  it('are recorded, seen by buyer and seller, and not paid out a second time (M9)', async () => {
    const report = reporter(api);
    const order = await placeOrder(api);
    const event = (type: string, data: object) => ({ id: unique('evt'), type, orderId: order.id, data });
    const { paymentId, currency } = payOrderExample;
    const taken = (type: string, reference: string, amount: number) =>
      report('payments/acme', event(type, { paymentId, currency, reference, amount, livemode: true }));
    // Before its capture it is to be sent again.
    expect((await taken('chargeback.created', 'dp-1', 1000)).status).toBeGreaterThanOrEqual(400);
    await report('payments/acme', event('payment.captured', payOrderExample));
    expect((await taken('chargeback.created', 'dp-1', 1000)).body.outcome).toBe('carried-out');
    expect((await taken('chargeback.created', 'dp-1', 1000)).status).toBe(200);
    expect((await taken('payment.refunded', 're-1', 500)).status).toBe(200);
    await take(api, order, ['cancel', { reason: 'changed-mind' }]);
    for (const as of [order.buyer, order.seller]) {
      const { body } = await api.get(order.path, { as });
      expect(body).toMatchObject({
        receipt: { captured: total, refunded: total - 1000, withdrawn: 1000 },
        refunds: [{ amount: total - 1500 }],
        withdrawals: [
          { provider: 'acme', paymentId, kind: 'chargeback', reference: 'dp-1', amount: 1000, state: 'open' },
          { kind: 'refund', amount: 500 },
        ],
      });
      expect(JSON.stringify(body.timeline)).toContain('FundsWithdrawn');
    }
    const won = event('chargeback.won', { reference: 'dp-1' });
    expect((await report('payments/acme', won)).status).toBe(200);
    const { body } = await api.get(order.path, { as: order.seller });
    expect(body).toMatchObject({
      receipt: { refunded: total },
      refunds: [{ amount: total - 1500 }, { amount: 1000, state: 'initiated' }],
    });
  });
});

describe('a refund of a voucher and a card', () => {
  it('goes back to both, each reported by its provider, or to an account that the buyer names (M8)', async () => {
    const report = reporter(api);
    const order = await placeOrder(api);
    const event = (type: string, data: object) => ({ id: unique('evt'), type, orderId: order.id, data });
    const voucher = { ...payOrderExample, method: 'voucher', paymentId: 'v-1', amount: 400 };
    const card = { ...payOrderExample, method: 'card', paymentId: 'c-1', amount: total - 400 };
    expect((await report('payments/other', event('payment.captured', voucher))).status).toBe(200);
    expect((await report('payments/acme', event('payment.captured', card))).status).toBe(200);
    await take(api, order, ['cancel', { reason: 'changed-mind' }]);
    const read = async (as: string) => ((await api.get(order.path, { as })).body.refunds as [RefundDto])[0];
    const refund = await read(order.buyer);
    expect(refund).toMatchObject({
      state: 'initiated',
      amount: total,
      shares: [
        { provider: 'acme', paymentId: 'c-1', amount: total - 400, state: 'initiated', waitsFor: 'payments' },
        { provider: 'other', paymentId: 'v-1', amount: 400, state: 'initiated' },
      ],
    });
    const { refundId } = refund;
    const settled = event('refund.settled', { refundId, reference: 'psp-1' });
    const failed = event('refund.failed', { refundId, reference: 'psp-2', cause: 'not-refundable' });
    expect((await report('payments/acme', settled)).status).toBe(200);
    expect((await report('payments/other', failed)).status).toBe(200);
    expect(await read(order.buyer)).toMatchObject({
      state: 'awaiting-account',
      shares: [
        { state: 'settled' },
        { state: 'awaiting-account', waitsFor: 'buyer', cause: 'not-refundable' },
      ],
    });

    const named = await api.post(
      `${order.path}/name-refund-account`,
      { refundId, account },
      { as: order.buyer },
    );
    expect(named.status).toBe(200);
    const accountFor = async (as: string) => (await read(as)).shares?.[1]?.account;
    expect(await accountFor('service:payouts')).toEqual(account);
    expect(await accountFor(order.buyer)).toEqual({ ...account, number: '…5678' });
    expect(await accountFor(order.seller)).toBeUndefined();
    expect(await accountFor('analyst:ann')).toBeUndefined();
    const history = async (as: string) =>
      JSON.stringify((await api.get(`${order.path}/history`, { as })).body);
    expect(await history(order.seller)).not.toContain(account.number);
    expect(await history('service:payouts')).toContain(account.number);
  });
});
