import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandRoutes } from '../commands/command-routes.js';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api, type MadeOrder, placeOrder, take } from '../testing/orders.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest({ workersRun: false })));
afterAll(() => api.stop());

interface Result {
  readonly orderId?: string;
  readonly status: string;
  readonly answer?: { readonly status: string; readonly revision: number };
  readonly problem?: { readonly code: string; readonly errors?: readonly { readonly pointer: string }[] };
}

const shop = unique('shop');
const parcel = { method: 'self', carrier: 'jne', trackingNumber: 'JNE1' };

async function paidOrder(sellerId = shop): Promise<MadeOrder> {
  const order = await placeOrder(api, { sellerId });
  await take(api, order, ['pay', commandRoutes.pay.example]);
  return order;
}

async function batch(
  commands: readonly object[],
  { as = `seller:${shop}`, key }: { as?: string; key?: string } = {},
) {
  const headers = key === undefined ? undefined : { 'idempotency-key': key };
  const answer = await api.post(`/sellers/${shop}/orders/batch`, { commands }, { as, headers });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.results as Result[];
}

describe('a batch', () => {
  it('confirms and ships many orders, each answered in its place', async () => {
    const orders: MadeOrder[] = [];
    for (let made = 0; made < 20; made += 1) orders.push(await paidOrder());
    const confirmed = await batch(orders.map(({ id }) => ({ orderId: id, command: 'confirm' })));
    expect(confirmed.map(({ orderId, status }) => [orderId, status])).toEqual(
      orders.map(({ id }) => [id, 'accepted']),
    );
    const shipped = await batch(orders.map(({ id }) => ({ orderId: id, command: 'ship', body: parcel })));
    expect(shipped.map(({ answer }) => answer?.status)).toEqual(orders.map(() => 'InTransit'));
  });

  it('names in its problems the path, and nothing of the query', async () => {
    const path = `/sellers/${shop}/orders/batch`;
    const commands = [{ orderId: 'none', command: 'confirm' }];
    const { body } = await api.post(`${path}?search=ayu`, { commands }, { as: `seller:${shop}` });
    expect(body.results).toMatchObject([{ problem: { instance: path } }]);
  });

  it('carries the commands to one order out one after the other', async () => {
    const { id } = await paidOrder();
    const results = await batch([
      { orderId: id, command: 'confirm' },
      { orderId: id, command: 'ship', body: parcel },
      { orderId: id, command: 'confirm' },
    ]);
    expect(results.map(({ status, answer, problem }) => [status, answer?.status ?? problem?.code])).toEqual([
      ['accepted', 'Confirmed'],
      ['accepted', 'InTransit'],
      ['refused', 'order-already-confirmed'],
    ]);
  });

  it('is not stopped by what is wrong with one of its commands', async () => {
    const [good, others, unpaid] = [
      await paidOrder(),
      await paidOrder(unique('other')),
      await placeOrder(api, { sellerId: shop }),
    ];
    const results = await batch([
      { command: 'confirm' },
      { orderId: good.id, command: 'cancel' },
      { orderId: good.id, command: 'confirm', colour: 'red' },
      { orderId: good.id, command: 'ship', body: { ...parcel, carrier: 7 } },
      { orderId: good.id, command: 'ship', body: { ...parcel, units: [{ lineId: 'line-1', quantity: 0 }] } },
      { orderId: others.id, command: 'confirm' },
      { orderId: unpaid.id, command: 'confirm' },
      { orderId: good.id, command: 'confirm', body: {} },
    ]);
    expect(
      results.map(({ status, problem }) => [
        status,
        problem?.code,
        problem?.errors?.map(({ pointer }) => pointer),
      ]),
    ).toEqual([
      ['refused', 'invalid-body', ['/commands/0/orderId']],
      ['refused', 'invalid-body', ['/commands/1/command']],
      ['refused', 'invalid-body', ['/commands/2/colour']],
      ['refused', 'invalid-body', ['/commands/3/body/carrier']],
      ['refused', 'invalid-body', ['/commands/4/body/units/0/quantity']],
      ['refused', 'order-not-found', undefined],
      ['refused', 'order-not-paid', undefined],
      ['accepted', undefined, undefined],
    ]);
  });

  it('that is sent again under its key is carried out once', async () => {
    const [one, two] = [await paidOrder(), await paidOrder()];
    const commands = [
      { orderId: one.id, command: 'confirm' },
      { orderId: two.id, command: 'confirm', idempotencyKey: 'mine' },
    ];
    const key = unique('batch');
    const first = await batch(commands, { key });
    expect(await batch(commands, { key })).toEqual(first);
    expect(first.map(({ answer }) => answer?.revision)).toEqual([2, 2]);
    const single = await api.post(
      `${two.path}/confirm`,
      {},
      { as: `seller:${shop}`, headers: { 'idempotency-key': 'mine' } },
    );
    expect(single).toMatchObject({ status: 200, body: { revision: 2 } });
    const [reused] = await batch([{ orderId: one.id, command: 'ship', body: parcel }], { key });
    expect(reused).toMatchObject({ status: 'refused', problem: { code: 'idempotency-key-reused' } });
  });

  it('is sent by a service for the seller, whose orders alone it reaches', async () => {
    const [own, others] = [await paidOrder(), await paidOrder(unique('other'))];
    const results = await batch(
      [own, others].map(({ id }) => ({ orderId: id, command: 'confirm' })),
      { as: 'service:shop' },
    );
    expect(results.map(({ status }) => status)).toEqual(['accepted', 'refused']);
  });

  it.each(['buyer:ayu', 'platform:support', 'analyst:data'])('is not taken from a %s', async (as) => {
    const answer = await api.post(`/sellers/${shop}/orders/batch`, { commands: [{}] }, { as });
    expect(answer).toMatchObject({ status: 403, body: { code: 'role-not-allowed' } });
  });

  it('of another seller is nothing that there is', async () => {
    const answer = await api.post(
      `/sellers/${shop}/orders/batch`,
      { commands: [{}] },
      { as: 'seller:other' },
    );
    expect(answer).toMatchObject({ status: 404, body: { code: 'account-not-found' } });
  });

  it.each([
    [{}, '/commands'],
    [{ commands: [] }, '/commands'],
    [{ commands: ['confirm'] }, '/commands'],
    [{ commands: Array.from({ length: 201 }, () => ({})) }, '/commands'],
    [{ commands: [{}], colour: 'red' }, '/colour'],
  ])('as a whole is wrong: %j', async (body, pointer) => {
    const answer = await api.post(`/sellers/${shop}/orders/batch`, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-body', errors: [{ pointer }] } });
  });
});
