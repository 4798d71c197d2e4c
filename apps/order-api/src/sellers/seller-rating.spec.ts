import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countCompletedOrders } from '@app/read-models';
import { commandRoutes } from '../commands/command-routes.js';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api, type MadeOrder, placeOrder, take } from '../testing/orders.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const steps = (...names: (keyof typeof commandRoutes)[]) =>
  names.map((name): [string, object] => [name, commandRoutes[name].example]);

/** An order of this shop, taken so far. */
async function orderOf(shop: string, ...commands: [string, object][]): Promise<MadeOrder> {
  const made = { ...(await placeOrder(api, { sellerId: shop })), seller: `seller:${shop}` };
  await take(api, made, ...commands);
  return made;
}

const ratingOf = async (shop: string) => (await api.get(`/sellers/${shop}/rating`)).body;

describe('what a seller cancels', () => {
  const shop = unique('shop');

  it('is refused for a reason of the buyer, and says which reasons are theirs (M17)', async () => {
    const { path, seller } = await orderOf(shop, ...steps('pay', 'confirm'));
    const cancel = (language: string) =>
      api.post(
        `${path}/cancel`,
        { reason: 'unpaid' },
        { as: seller, headers: { 'accept-language': language } },
      );
    expect(await cancel('en')).toMatchObject({
      status: 422,
      body: {
        code: 'reason-not-yours',
        detail:
          'This is for somebody else to say. Choose the address was wrong, out of stock, or suspected fraud, or another reason.',
        errors: [{ pointer: '/reason' }],
      },
    });
    expect((await cancel('id')).body.detail).toContain('stok habis');
  });

  it('is counted where it is their fault, and shown with the order (M17)', async () => {
    const { path, seller } = await orderOf(shop, ...steps('pay', 'confirm'));
    expect(await api.post(`${path}/cancel`, { reason: 'out-of-stock' }, { as: seller })).toMatchObject({
      status: 200,
    });
    const byBuyer = await orderOf(shop, ...steps('pay'));
    await api.post(`${byBuyer.path}/cancel`, { reason: 'suspected-fraud' }, { as: byBuyer.seller });
    expect((await api.get(path)).body).toMatchObject({
      cancellations: [{ reason: 'out-of-stock', fault: 'seller', by: 'seller' }],
    });
    expect((await api.get(byBuyer.path)).body).toMatchObject({ cancellations: [{ fault: 'nobody' }] });
    expect(await ratingOf(shop)).toMatchObject({ cancelledAtFault: 1 });
  });
});

describe('an order that is given back as a whole', () => {
  it('counts neither as completed for coupons nor in the rating (M20)', async () => {
    const shop = unique('shop');
    const done = steps('pay', 'confirm', 'ship', 'deliver', 'cancel');
    const order = await orderOf(shop, ...done, ['confirm-receipt', {}], ['submit-review', { score: 1 }]);
    const buyerId = order.buyer.slice('buyer:'.length);
    const completed = () => countCompletedOrders(api.engines.database.pool, buyerId, shop);
    await api.get(order.path);
    expect(await completed()).toBe(1);
    expect(await ratingOf(shop)).toMatchObject({ reviews: 1, average: 1 });

    const { body } = await api.get(order.path);
    const { returnable } = body.returnTerms as { returnable: object[] };
    const back = { returnId: 'all' };
    await take(
      api,
      order,
      ['request-return', { ...back, units: returnable, reason: 'no-longer-wanted' }],
      ['answer-return', { ...back, answer: 'approve' }],
      ['receive-return', { ...back, accepted: true }],
    );
    await api.get(order.path);
    expect(await completed()).toBe(0);
    expect(await ratingOf(shop)).toMatchObject({ reviews: 0, average: null });
    const reviews = await api.get(`/sellers/${shop}/reviews`);
    expect(reviews.body).toMatchObject({ items: [{ score: 1 }] });
  });
});
