import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandRoutes } from '../commands/command-routes.js';
import { apiUnderTest } from '../testing/api-under-test.js';
import { type Api, type MadeOrder, placeOrder, take } from '../testing/orders.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const doc = (type: keyof typeof commandRoutes): [string, object] => [type, commandRoutes[type].example];

async function arrived(): Promise<MadeOrder> {
  const order = await placeOrder(api);
  const rest = [
    'ship',
    { packageId: 'PKG-1', method: 'self', carrier: 'jne', trackingNumber: 'J1' },
  ] as const;
  await take(api, order, doc('pay'), doc('confirm'), [...rest], doc('deliver'));
  return order;
}

describe('the cases of an order', () => {
  it('tell what may be returned, and until when', async () => {
    const order = await placeOrder(api);
    await take(api, order, doc('pay'), doc('confirm'));
    const before = await api.get(order.path, { as: order.buyer });
    expect(before.body.returnTerms).toEqual({ windowDays: 15, excludedLines: [], returnable: [] });

    const there = await arrived();
    const { body } = await api.get(there.path, { as: there.buyer });
    const fifteenDaysOn = new Date(Date.parse(body.deliveredAt as string) + 15 * 86_400_000).toISOString();
    const until = new Date(Date.parse(fifteenDaysOn.slice(0, 10)) + 86_400_000).toISOString();
    expect(body.returnTerms).toMatchObject({
      until,
      returnable: [
        { lineId: 'line-1', quantity: 2 },
        { lineId: 'line-2', quantity: 3 },
      ],
    });
  });

  it('say whose turn it is and until when, and when money is expected', async () => {
    const order = await arrived();
    await take(api, order, doc('request-return'));
    const asked = await api.get(order.path, { as: order.seller });
    expect(asked.body.returns).toEqual([
      expect.objectContaining({ state: 'requested', waitsFor: 'seller', dueAt: expect.stringMatching(/Z$/) }),
    ]);
    expect(asked.body.allowedCommands).toEqual(expect.arrayContaining(['answer-return']));

    const names = ['answer-return', 'answer-offer', 'ship-return', 'track-return', 'receive-return'] as const;
    await take(api, order, ...names.map(doc));
    const { body } = await api.get(order.path, { as: order.buyer });
    expect(body.returns).toMatchObject([{ state: 'refunded', scans: [{ code: 'PICKED_UP' }] }]);
    expect(body.returns).not.toMatchObject([{ waitsFor: expect.anything() }]);
    expect(body.refunds).toMatchObject([
      {
        reason: 'returned',
        waitsFor: 'payments',
        method: 'wallet',
        expectedBy: expect.stringMatching(/^\d{4}-/),
      },
    ]);
    const list = await api.get(
      `/buyers/${order.buyer.slice('buyer:'.length)}/orders?tab=returns-and-refunds`,
      {
        as: order.buyer,
      },
    );
    expect(list.body.items).toMatchObject([{ orderId: order.id }]);
  });

  it('keep the order from being completed while a claim is open', async () => {
    const order = await arrived();
    await take(api, order, doc('open-claim'));
    const receipt = await api.post(`${order.path}/confirm-receipt`, {}, { as: order.buyer });
    expect(receipt).toMatchObject({ status: 409, body: { code: 'claim-open' } });
    const foreign = await api.post(`${order.path}/resolve-claim`, doc('resolve-claim')[1], {
      as: order.seller,
    });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'role-not-allowed' } });
    const { body } = await api.get(order.path, { as: order.buyer });
    expect(body.claims).toMatchObject([{ state: 'opened', waitsFor: 'seller' }]);
    const decided = await api.post(`${order.path}/resolve-claim`, doc('resolve-claim')[1], {
      as: 'platform:p',
    });
    expect(decided.status).toBe(200);
    expect((await api.get(order.path, { as: order.buyer })).body.refunds).toMatchObject([
      { reason: 'claim' },
    ]);
  });

  it('take what a provider says twice as said once', async () => {
    const order = await placeOrder(api);
    await take(api, order, doc('pay'), doc('refund'));
    const settle = () =>
      api.post(`${order.path}/settle-refund`, doc('settle-refund')[1], { as: 'payments:psp' });
    const [first, second] = [await settle(), await settle()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.revision).toBe(first.body.revision);
  });
});
