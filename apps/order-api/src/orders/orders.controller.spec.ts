import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { untilAnswer } from '@app/workers/testing';
import { commandRoutes } from '../commands/command-routes.js';
import { apiUnderTest } from '../testing/api-under-test.js';
import { type Api, placeOrder, take } from '../testing/orders.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const doc = (type: keyof typeof commandRoutes): [string, object] => [type, commandRoutes[type].example];

describe('the detail of an order', () => {
  it('shows what the command before it did', async () => {
    const order = await placeOrder(api);
    for (const [index, type] of (['pay', 'confirm', 'ship', 'deliver'] as const).entries()) {
      const { body: answer } = await api.post(`${order.path}/${type}`, commandRoutes[type].example);
      const detail = await api.get(order.path, { as: order.buyer });
      expect(detail).toMatchObject({
        status: 200,
        headers: { etag: `"${String(answer.revision)}"` },
        body: { orderId: order.id, revision: answer.revision, status: answer.status },
      });
      expect((detail.body.timeline as object[]).length).toBeGreaterThan(index + 1);
    }
  });

  it('speaks to its reader', async () => {
    const order = await placeOrder(api);
    await take(api, order, doc('pay'));
    expect((await api.get(order.path, { as: order.buyer })).body).toMatchObject({
      label: 'Waiting for delivery',
      allowedCommands: expect.arrayContaining(['cancel', 'change-address']),
    });
    expect((await api.get(order.path, { as: order.seller })).body).toMatchObject({
      label: 'To confirm',
      allowedCommands: expect.arrayContaining(['confirm', 'cancel']),
    });
    expect((await api.get(order.path, { as: 'analyst:data' })).body).toMatchObject({ allowedCommands: [] });
  });

  it('holds the receipt, the goods and what became of them', async () => {
    const order = await placeOrder(api);
    await take(api, order, doc('pay'), doc('confirm'), doc('cancel'), doc('ship'));
    const { body } = await api.get(order.path);
    expect(body).toMatchObject({
      receipt: { total: 49_800_000, captured: 49_800_000, shippingFee: 1_800_000 },
      lines: [
        { lineId: 'line-1', quantity: 2, cancelled: 0, shipped: 2 },
        { lineId: 'line-2', quantity: 3, cancelled: 1, shipped: 2 },
      ],
      packages: [{ packageId: 'PKG-1', carrier: 'jne', trackingNumber: 'JNE0012345678' }],
      shippingAddress: { city: 'Bandung' },
      policy: { returnWindowDays: 15 },
    });
  });
});

describe('the policy that an order was placed under', () => {
  it('is shown to its buyer without what concerns the seller alone, also in the history', async () => {
    const order = await placeOrder(api);
    const inner = { autoConfirm: false, checklistRequired: false, platformFeeBasisPoints: 0 };
    const policies = async (as: string) => {
      const history = (await api.get(`${order.path}/history`, { as })).body as unknown as { data: object }[];
      return [(await api.get(order.path, { as })).body, history[0]!.data].map((shown) => {
        const { policy } = shown as { policy: object };
        expect(policy).toMatchObject({ version: 'default-5', returnWindowDays: 15 });
        return policy;
      });
    };
    for (const as of [order.seller, 'service:shop', 'platform:staff', 'analyst:data'])
      for (const policy of await policies(as)) expect(policy).toMatchObject(inner);
    for (const policy of await policies(order.buyer))
      for (const term of Object.keys(inner)) expect(policy).not.toHaveProperty(term);
  });
});

describe('a change', () => {
  it('is asked for by the buyer, decided by the seller, and seen by both', async () => {
    const order = await placeOrder(api);
    await take(api, order, doc('pay'), doc('confirm'));
    const send = (as: string, command: string, body: object) =>
      api.post(`${order.path}/${command}`, body, { as });
    const more = { changeId: 'more', changes: [{ lineId: 'line-2', quantity: 4 }] };
    const tried = await send(order.buyer, 'modify-lines?dryRun=true', more);
    expect(tried.body).toMatchObject({ events: ['LinesChangeRequested'], priceDifference: 4_500_000 });
    expect(await send(order.buyer, 'modify-lines', more)).toMatchObject({ status: 200 });
    expect(await send(order.seller, 'ship', doc('ship')[1])).toMatchObject({
      status: 409,
      body: { code: 'change-open', allowedCommands: expect.arrayContaining(['answer-change']) },
    });
    expect(await send(order.seller, 'answer-change', { changeId: 'more', approve: true })).toMatchObject({
      body: { status: 'Confirmed' },
    });
    const seen = async () => (await api.get(order.path, { as: order.buyer })).body;
    expect(await seen()).toMatchObject({
      changes: [{ changeId: 'more', kind: 'lines', state: 'awaiting-payment', priceDifference: 4_500_000 }],
      receipt: { total: 49_800_000, outstanding: 4_500_000 },
    });
    await take(api, order, ['pay', { ...doc('pay')[1], paymentId: 'more', amount: 4_500_000 }], doc('ship'));
    expect(await seen()).toMatchObject({
      changes: [{ state: 'applied' }],
      lines: [{ quantity: 2 }, { lineId: 'line-2', quantity: 4 }],
      receipt: { total: 54_300_000, outstanding: 0 },
    });
  });
});

describe('the detail of an order that no projector has seen', () => {
  it('is promised for later to its own people, and does not exist for others', async () => {
    const alone = await apiUnderTest({ workersRun: false });
    const order = await placeOrder(alone);
    expect(await alone.get(order.path, { as: order.buyer })).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      body: { code: 'not-yet-visible' },
    });
    expect(await alone.get(order.path, { as: 'buyer:stranger' })).toMatchObject({ status: 404 });
    await alone.stop();
  });
});

describe('the history of an order', () => {
  it('is what the log holds, with who stood behind it', async () => {
    const order = await placeOrder(api);
    await take(api, order, doc('pay'));
    const { body } = await api.get(`${order.path}/history`, { as: order.buyer });
    expect(body).toMatchObject([
      {
        revision: 0,
        type: 'OrderPlaced',
        data: { orderId: order.id },
        actor: { role: 'service', id: 'shop' },
      },
      { revision: 1, type: 'PaymentCaptured', data: { method: 'wallet' } },
    ]);
  });
});

describe('the tracking of an order', () => {
  it('has no packages before any was shipped', async () => {
    const order = await placeOrder(api);
    expect(await api.get(`${order.path}/tracking`, { as: order.buyer })).toMatchObject({
      status: 200,
      body: { orderId: order.id, packages: [] },
    });
  });

  it('shows each package once the news of it has come through', async () => {
    const order = await placeOrder(api);
    await take(api, order, doc('pay'), doc('confirm'), doc('ship'), doc('deliver'));
    const { body } = await untilAnswer(
      () => api.get(`${order.path}/tracking`, { as: 'carrier:jne' }),
      ({ text }) => text.includes('"delivered"'),
    );
    expect(body).toMatchObject({
      orderId: order.id,
      packages: [
        {
          packageId: 'PKG-1',
          trackingNumber: 'JNE0012345678',
          scans: [{ code: 'arranged' }, { code: 'shipped' }, { code: 'delivered' }],
        },
      ],
    });
  });
});
