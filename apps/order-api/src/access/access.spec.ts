import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles, rolesFor } from '@app/ordering';
import { commandRoutes, commandTypes, routeOf } from '../commands/command-routes.js';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api, type MadeOrder, placeOrder, take } from '../testing/orders.js';

let api: Api;
let order: MadeOrder;
beforeAll(async () => {
  api = await apiUnderTest();
  order = await placeOrder(api);
});
afterAll(() => api.stop());

const existing = commandTypes.filter((type) => type !== 'create');
const questions = ['', '/history', '/tracking'];
const lists = ['orders', 'orders/counts', 'notices'];

describe('without a token', () => {
  it('nothing but what is open can be reached', async () => {
    const closed = [
      ...questions.map((question) => order.path + question),
      ...lists.flatMap((list) => [`/buyers/ayu/${list}`, `/sellers/toko-batik/${list}`]),
    ];
    for (const path of closed) expect(await api.get(path, { as: null })).toMatchObject({ status: 401 });
    for (const type of existing)
      expect(await api.post(`${order.path}/${type}`, {}, { as: null })).toMatchObject({ status: 401 });
    expect(await api.post('/orders', {}, { as: null })).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer' },
      body: { code: 'unauthenticated' },
    });
  });
});

describe('commands', () => {
  it.each(roles.flatMap((role) => commandTypes.map((type) => [role, type] as const)))(
    'from a %s: %s',
    async (role, type) => {
      const path = type === 'create' ? '/orders' : `/orders/${unique('no-order')}/${type}`;
      const { status, body } = await api.post(path, routeOf(type).example, { as: `${role}:ayu` });
      // Buyers need a quote.
      const expected = type !== 'create' ? 404 : role === 'buyer' ? 422 : 201;
      expect(status).toBe(rolesFor(type).includes(role) ? expected : 403);
      if (status === 403) expect(body).toMatchObject({ code: 'role-not-allowed' });
    },
  );

  it('to an order of somebody else are answered as those to none', async () => {
    const strangers = { buyer: `buyer:${unique('stranger')}`, seller: `seller:${unique('stranger')}` };
    for (const as of Object.values(strangers))
      for (const type of existing) {
        const body = routeOf(type).example;
        const [foreign, unknown] = await Promise.all(
          [order.id, 'unknown'].map((id) => api.post(`/orders/${id}/${type}`, body, { as })),
        );
        expect(foreign!.text.replace(order.id, 'unknown')).toBe(unknown!.text);
      }
  });

  it('place orders for oneself alone', async () => {
    const answer = await api.post('/orders', commandRoutes.create.example, { as: 'buyer:somebody' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-your-account' } });
  });
});

describe('questions about an order', () => {
  const statusesFor = async (as: string, { path } = order): Promise<number[]> =>
    Promise.all(questions.map(async (question) => (await api.get(path + question, { as })).status));

  it('are answered to those whose order it is, and to those who serve all', async () => {
    for (const as of [order.buyer, order.seller, 'service:shop', 'platform:staff', 'analyst:data'])
      expect({ as, statuses: await statusesFor(as) }).toEqual({ as, statuses: [200, 200, 200] });
  });

  it('are answered to carriers as far as tracking goes, and to payment providers not at all', async () => {
    const sent = await placeOrder(api);
    const { pay, confirm, ship } = commandRoutes;
    const everything = { ...ship.example, units: undefined };
    await take(api, sent, ['pay', pay.example], ['confirm', confirm.example], ['ship', everything]);
    expect(await statusesFor('carrier:jne', sent)).toEqual([403, 403, 200]);
    expect(await statusesFor('carrier:jne')).toEqual([403, 403, 404]);
    expect(await statusesFor('payments:psp')).toEqual([403, 403, 403]);
  });

  it('are answered to others as if there were no such order', async () => {
    for (const as of ['buyer:stranger', 'seller:stranger'])
      for (const question of questions) {
        const foreign = await api.get(order.path + question, { as });
        const unknown = await api.get(`/orders/unknown${question}`, { as });
        expect(foreign).toMatchObject({ status: 404, body: { code: 'order-not-found' } });
        expect(foreign.text.replace(order.id, 'unknown')).toBe(unknown.text);
      }
  });
});

describe('lists', () => {
  it.each([
    ['buyer:ayu', 200, 403],
    ['buyer:stranger', 404, 403],
    ['seller:ayu', 403, 200],
    ['seller:stranger', 403, 404],
    ['service:shop', 200, 200],
    ['platform:staff', 200, 200],
    ['analyst:data', 200, 200],
    ['carrier:jne', 403, 403],
    ['payments:psp', 403, 403],
  ])('to %s: those of the buyer ayu %d, those of the seller ayu %d', async (as, ofBuyer, ofSeller) => {
    for (const list of lists) {
      expect(await api.get(`/buyers/ayu/${list}`, { as })).toMatchObject({ status: ofBuyer });
      expect(await api.get(`/sellers/ayu/${list}`, { as })).toMatchObject({ status: ofSeller });
    }
  });

  it('and what is written beside them are refused in one sentence that fits both', async () => {
    const refused = { status: 403, body: { detail: 'Only the seller or the marketplace can do this.' } };
    expect(await api.get('/sellers/ayu/stock', { as: 'buyer:ayu' })).toMatchObject(refused);
    const receipt = { receiptId: 'DN-1', quantity: 1 };
    expect(await api.post('/sellers/ayu/stock/mug/receipts', receipt, { as: 'buyer:ayu' })).toMatchObject(
      refused,
    );
  });

  it('have no owner whose id could be none', async () => {
    expect(await api.get('/buyers/a%00b/orders')).toMatchObject({
      status: 404,
      body: { code: 'account-not-found' },
    });
  });
});
