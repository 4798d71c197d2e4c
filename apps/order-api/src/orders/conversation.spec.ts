import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandRoutes } from '../commands/command-routes.js';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api, type MadeOrder, placeOrder, take } from '../testing/orders.js';

let api: Api;
let order: MadeOrder;
beforeAll(async () => {
  api = await apiUnderTest();
  order = await placeOrder(api);
});
afterAll(() => api.stop());

interface Messages {
  readonly items: readonly { readonly from: string; readonly text: string }[];
  readonly nextCursor?: string;
}

const say = (as: string, text: string) => api.post(`${order.path}/post-message`, { text }, { as });
const read = async (as: string, query = '') =>
  (await api.get(`${order.path}/messages${query}`, { as })).body as unknown as Messages;

/** An order that was taken to its end, of this seller. */
async function completed(sellerId: string): Promise<MadeOrder> {
  const made = { ...(await placeOrder(api, { sellerId })), seller: `seller:${sellerId}` };
  const steps = ['pay', 'confirm', 'ship', 'deliver', 'cancel', 'confirm-receipt'] as const;
  await take(api, made, ...steps.map((step): [string, object] => [step, commandRoutes[step].example]));
  return made;
}

describe('the messages of an order', () => {
  it('are written and read by its buyer, its seller and the platform', async () => {
    expect(await say(order.buyer, ' Is it in the post? ')).toMatchObject({ status: 200 });
    expect(await say(order.seller, 'Tomorrow.')).toMatchObject({ status: 200 });
    expect(await say('platform:support', 'We keep an eye on it.')).toMatchObject({ status: 200 });
    const { items } = await read(order.seller);
    expect(items.map(({ from, text }) => [from, text])).toEqual([
      ['platform', 'We keep an eye on it.'],
      ['seller', 'Tomorrow.'],
      ['buyer', 'Is it in the post?'],
    ]);
    for (const reader of [order.buyer, 'platform:support', 'service:shop'])
      expect((await read(reader)).items).toEqual(items);
  });

  it('are read page by page', async () => {
    const { items } = await read(order.buyer);
    const first = await read(order.buyer, '?limit=2');
    const second = await read(order.buyer, `?limit=2&cursor=${first.nextCursor!}`);
    expect([...first.items, ...second.items]).toEqual(items);
    expect(second.nextCursor).toBeUndefined();
    expect((await api.get(`${order.path}/messages?cursor=x`)).body).toMatchObject({ code: 'invalid-query' });
  });

  it('are nothing for anybody else', async () => {
    for (const stranger of ['buyer:stranger', 'seller:stranger']) {
      const answer = await api.get(`${order.path}/messages`, { as: stranger });
      expect(answer).toMatchObject({ status: 404, body: { code: 'order-not-found' } });
      expect(await say(stranger, 'Hello?')).toMatchObject({ status: 404 });
    }
    for (const role of ['analyst:data', 'carrier:jne', 'payments:bank'])
      expect(await api.get(`${order.path}/messages`, { as: role })).toMatchObject({
        status: 403,
        body: { code: 'role-not-allowed' },
      });
    const history = await api.get(`${order.path}/history`, { as: 'analyst:data' });
    expect(history.text).toContain('MessagePosted');
    expect(history.text).not.toContain('Tomorrow.');
    expect((await api.get(`${order.path}/history`, { as: order.buyer })).text).toContain('Tomorrow.');
  });

  it('stand in the timeline without their words', async () => {
    const { body } = await api.get(order.path, { as: order.buyer });
    const { timeline } = body as { timeline: { type: string; buyerLabel: string }[] };
    expect(timeline.slice(1, 3).map(({ type, buyerLabel }) => [type, buyerLabel])).toEqual([
      ['MessagePosted', 'You wrote a message.'],
      ['MessagePosted', 'The seller wrote a message.'],
    ]);
    expect(JSON.stringify(body)).not.toContain('Tomorrow.');
  });

  it.each([
    [{ text: '' }, 'wrong-length'],
    [{ text: 'x'.repeat(2001) }, 'wrong-length'],
    [{ text: ' \n ' }, 'wrong-form'],
    [{ text: 'a\u0000b' }, 'wrong-form'],
    [{}, 'required'],
  ])('cannot be %j', async (body, code) => {
    expect(await api.post(`${order.path}/post-message`, body)).toMatchObject({
      status: 422,
      body: { code: 'invalid-body', errors: [{ pointer: '/text', code }] },
    });
  });
});

describe('reviews', () => {
  const shop = unique('shop');
  const reviewed: MadeOrder[] = [];
  const scores = [5, 4, 2];

  beforeAll(async () => {
    for (const score of scores) {
      const made = await completed(shop);
      const body = { score, ...(score === 5 ? { text: ' Lovely. ' } : {}) };
      const answer = await api.post(`${made.path}/submit-review`, body, { as: made.buyer });
      expect(answer).toMatchObject({
        status: 200,
        body: { allowedCommands: expect.not.arrayContaining(['submit-review']) },
      });
      await api.get(made.path);
      reviewed.push(made);
    }
  });

  it('make the rating of a seller, for everyone', async () => {
    for (const as of ['buyer:anyone', 'analyst:data', `seller:${shop}`])
      expect(await api.get(`/sellers/${shop}/rating`, { as })).toMatchObject({
        status: 200,
        body: { reviews: 3, average: 3.67, scores: { 1: 0, 2: 1, 3: 0, 4: 1, 5: 1 } },
      });
    expect(await api.get('/sellers/nobody/rating')).toMatchObject({ body: { reviews: 0, average: null } });
    expect(await api.get('/sellers/no%20body/rating')).toMatchObject({ status: 404 });
    expect(await api.get(`/sellers/${shop}/rating`, { as: null })).toMatchObject({ status: 401 });
  });

  it('are read by everyone, page by page, and only the seller learns of which orders', async () => {
    const path = `/sellers/${shop}/reviews`;
    const { body, text } = await api.get(path, { as: 'buyer:anyone' });
    const submittedAt = expect.any(String);
    expect(body.items).toEqual([
      { score: 2, submittedAt },
      { score: 4, submittedAt },
      { score: 5, text: 'Lovely.', submittedAt },
    ]);
    for (const { id, buyer } of reviewed) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(buyer.slice('buyer:'.length));
    }
    const first = (await api.get(`${path}?limit=2`, { as: `seller:${shop}` })).body;
    const second = (await api.get(`${path}?limit=2&cursor=${first.nextCursor as string}`)).body;
    const ids = [first, second].flatMap(({ items }) =>
      (items as { orderId: string }[]).map((item) => item.orderId),
    );
    expect(ids).toEqual(reviewed.map(({ id }) => id).reverse());
    expect(await api.get(`${path}?cursor=x`)).toMatchObject({ status: 400, body: { code: 'invalid-query' } });
  });

  it('stand in the order', async () => {
    const { body } = await api.get(reviewed[0]!.path);
    expect(body.review).toEqual({ score: 5, text: 'Lovely.', submittedAt: expect.any(String) });
  });

  it('are given once, by the buyer, of a completed order', async () => {
    const [done] = reviewed;
    const again = await api.post(`${done!.path}/submit-review`, { score: 1 }, { as: done!.buyer });
    expect(again).toMatchObject({ status: 409, body: { code: 'order-already-reviewed' } });
    const early = await api.post(`${order.path}/submit-review`, { score: 5 }, { as: order.buyer });
    expect(early).toMatchObject({ status: 409, body: { code: 'order-not-completed' } });
    const own = await api.post(`${done!.path}/submit-review`, { score: 5 }, { as: done!.seller });
    expect(own).toMatchObject({ status: 403, body: { code: 'role-not-allowed' } });
    const odd = await api.post(`${done!.path}/submit-review`, { score: 6 });
    expect(odd).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/score', code: 'out-of-range' }] },
    });
  });
});
