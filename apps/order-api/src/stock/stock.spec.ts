import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@app/workers/testing';
import { createOrderExample, payOrderExample } from '../commands/routes/placement.js';
import { shipOrderExample } from '../commands/routes/shipping.js';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api, type MadeOrder, take } from '../testing/orders.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const [line] = createOrderExample.lines;
const { productId, variant, quantity } = line!;

/** A seller with so many units of what the example's first line orders. */
async function shop(onHand: number, policy: object = {}) {
  const sellerId = unique('seller');
  const as = `seller:${sellerId}`;
  const path = `/sellers/${sellerId}/stock`;
  const count = (units: number, sent: object = {}) =>
    api.put(`${path}/${productId}`, { variant, onHand: units, ...sent }, { as });
  expect(await api.put(`/sellers/${sellerId}/policy`, policy, { as })).toMatchObject({ status: 200 });
  expect(await count(onHand)).toMatchObject({ status: 200 });
  return {
    sellerId,
    as,
    path,
    count,
    order: (changes: object = {}, query = '') =>
      api.post(`/orders${query}`, { ...createOrderExample, buyerId: unique('buyer'), sellerId, ...changes }),
    variantStock: async () => {
      const { body } = await api.get(`${path}/${productId}`, { as });
      return (body.variants as object[])[0];
    },
  };
}
const made = (answer: { body: Record<string, unknown> }): MadeOrder =>
  ({ path: `/orders/${String(answer.body.orderId)}` }) as MadeOrder;

describe('a seller', () => {
  it('counts and receives goods, and sees what is held, short and sold out', async () => {
    const { path, as, count, order, variantStock } = await shop(0);
    const receipt = { receiptId: 'DN-1', variant, quantity: quantity + 1 };
    for (let round = 0; round < 2; round += 1)
      expect(await api.post(`${path}/${productId}/receipts`, receipt, { as })).toMatchObject({
        status: 201,
        body: { productId, variants: [{ variant, onHand: quantity + 1, held: 0, available: quantity + 1 }] },
      });
    expect(
      await api.post(`${path}/${productId}/receipts`, { ...receipt, quantity: 1 }, { as }),
    ).toMatchObject({ status: 409, body: { code: 'receipt-already-exists' } });
    expect(await order()).toMatchObject({ status: 201 });
    expect(await variantStock()).toEqual({
      variant,
      onHand: quantity + 1,
      held: quantity,
      available: 1,
      short: 0,
    });
    await count(quantity - 1, { note: 'One broke.' });
    expect(await variantStock()).toMatchObject({ available: 0, short: 1 });
    for (const query of ['', '?only=sold-out', '?only=short'])
      await until('the list follows', async () => {
        const { body } = await api.get(`${path}${query}`, { as });
        return JSON.stringify(body.items).includes('"short":1');
      });
  });

  it('lists page by page', async () => {
    const { path, as } = await shop(1);
    for (const product of ['a', 'b', 'c']) await api.put(`${path}/${product}`, { onHand: 1 }, { as });
    await until('all are listed', async () => {
      const { body } = await api.get(path, { as });
      return (body.items as object[]).length === 4;
    });
    const seen: string[] = [];
    let cursor: unknown = '';
    while (cursor !== undefined) {
      const from = cursor === '' ? '' : `&cursor=${String(cursor)}`;
      const { body } = await api.get(`${path}?limit=3${from}`, { as });
      seen.push(...(body.items as { productId: string }[]).map((item) => item.productId));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(['a', 'b', productId, 'c'].sort());
    expect(await api.get(`${path}?only=short`, { as })).toMatchObject({ body: { items: [] } });
    expect(await api.get(`${path}?cursor=nonsense`, { as })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/cursor' }] },
    });
  });

  it('reaches only what is theirs', async () => {
    const { path } = await shop(1);
    for (const [as, status] of [
      ['seller:another', 404],
      ['buyer:ayu', 403],
      ['carrier:jne', 403],
    ] as const) {
      expect(await api.get(path, { as })).toMatchObject({ status });
      expect(await api.get(`${path}/${productId}`, { as })).toMatchObject({ status });
      expect(await api.put(`${path}/${productId}`, { onHand: 1 }, { as })).toMatchObject({ status });
      expect(
        await api.post(`${path}/${productId}/receipts`, { receiptId: '1', quantity: 1 }, { as }),
      ).toMatchObject({ status });
    }
    expect(await api.get(path, { as: 'analyst:ana' })).toMatchObject({ status: 200 });
    expect(await api.put(`${path}/${productId}`, { onHand: 1 }, { as: 'analyst:ana' })).toMatchObject({
      status: 403,
    });
  });

  it('is told what is not there, and what is wrong', async () => {
    const { path, as } = await shop(1);
    for (const product of ['unknown', 'a%2Fb', 'x'.repeat(65)])
      expect(await api.get(`${path}/${product}`, { as })).toMatchObject({ status: 404 });
    expect(await api.put(`${path}/a%2Fb`, { onHand: 1 }, { as })).toMatchObject({
      status: 404,
      body: { code: 'stock-not-found' },
    });
    for (const onHand of [-1, 1.5, '1', undefined])
      expect(await api.put(`${path}/${productId}`, { onHand }, { as })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/onHand' }] },
      });
    expect(
      await api.post(`${path}/${productId}/receipts`, { receiptId: '1', quantity: 0 }, { as }),
    ).toMatchObject({ status: 422, body: { errors: [{ pointer: '/quantity' }] } });
  });
});

describe('an order', () => {
  it('is refused where less is there, also as a dry run, and takes the last ones from all others', async () => {
    const { order, count } = await shop(2 * quantity);
    const answers = await Promise.all(Array.from({ length: 8 }, () => order()));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    const refusal = { status: 409, body: { code: 'out-of-stock', errors: [{ pointer: '/lines/0' }] } };
    for (const answer of answers) if (answer.status !== 201) expect(answer).toMatchObject(refusal);
    expect(await order({}, '?dryRun=true')).toMatchObject(refusal);
    await count(3 * quantity);
    expect(await order({}, '?dryRun=true')).toMatchObject({ status: 200 });
    expect(await order()).toMatchObject({ status: 201 });
  });

  it('gives its goods back when it is cancelled, and takes them along when it is shipped', async () => {
    const { order, variantStock } = await shop(2 * quantity);
    const [gone, kept] = [made(await order()), made(await order())];
    await take(api, gone, ['cancel', { reason: 'changed-mind' }]);
    await until('they are free', async () =>
      JSON.stringify(await variantStock()).includes(`"held":${quantity}`),
    );
    await take(api, kept, ['pay', payOrderExample], ['confirm'], ['ship', shipOrderExample]);
    await until('they have left', async () => JSON.stringify(await variantStock()).includes('"held":0'));
    expect(await variantStock()).toMatchObject({ onHand: quantity, available: quantity });
  });

  it('is not confirmed while goods are missing, and is once they are there', async () => {
    const { order, count } = await shop(2 * quantity, { reserveStockAt: 'payment' });
    const orders = [made(await order()), made(await order())];
    for (const one of orders) await take(api, one, ['pay', payOrderExample]);
    await count(quantity);
    const answers = await Promise.all(orders.map(({ path }) => api.post(`${path}/confirm`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = orders[answers.findIndex(({ status }) => status === 409)]!;
    expect(await api.post(`${refused.path}/confirm`)).toMatchObject({
      status: 409,
      body: { code: 'stock-missing', orderStatus: 'AwaitingConfirmation' },
    });
    await count(2 * quantity);
    await take(api, refused, ['confirm']);
  });
});

describe('a quote', () => {
  it('tells what is sold out before anything is ordered', async () => {
    const { sellerId } = await shop(quantity);
    const lines = ['one', 'two'].map((lineId) => ({ lineId, productId, variant, quantity, unitPrice: 100 }));
    const quoteRequest = { buyerId: 'ayu', sellerId, currency: 'IDR', shippingFee: 0, lines };
    expect((await api.post('/quotes', quoteRequest)).body).toMatchObject({
      total: 200 * quantity,
      soldOut: [{ lineId: 'two', available: 0 }],
    });
    expect((await api.post('/quotes', { ...quoteRequest, lines: lines.slice(1) })).body).toMatchObject({
      soldOut: [],
    });
  });
});
