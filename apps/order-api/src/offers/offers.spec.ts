import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@app/workers/testing';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api } from '../testing/orders.js';
import { offerExample } from './offer.dto.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

/** A seller with an offer of a shirt. */
async function shop() {
  const sellerId = unique('seller');
  const [path, as] = [`/sellers/${sellerId}/offers`, `seller:${sellerId}`];
  const offering = (product: string, changes: object = {}, by = as) =>
    api.put(`${path}/${product}`, { ...offerExample, ...changes }, { as: by });
  expect(await offering('shirt')).toMatchObject({
    status: 200,
    body: { productId: 'shirt', ...offerExample },
  });
  return { sellerId, path, as, offering };
}

const eventsOf = async (sellerId: string): Promise<string[]> => {
  const events: string[] = [];
  for await (const { type } of api.engines.eventStore.readStream(`offer-${sellerId}/shirt`))
    events.push(type);
  return events;
};

describe('an offer', () => {
  it('is read by anybody, as the last one who wrote it left it', async () => {
    const { sellerId, path, offering } = await shop();
    await offering('shirt', { price: 1 });
    await offering('shirt', { price: 1 });
    for (const as of ['buyer:ayu', 'seller:other', 'service:shop'])
      expect(await api.get(`${path}/shirt`, { as })).toMatchObject({ status: 200, body: { price: 1 } });
    expect(await eventsOf(sellerId)).toEqual(['OfferSet', 'OfferSet']);
  });

  it('is listed by product, page by page, until it is withdrawn', async () => {
    const { sellerId, path, as, offering } = await shop();
    await offering('mug', { title: 'Mug', variants: undefined });
    const titles = async (query: string) => (await api.get(`${path}${query}`, { as: 'buyer:ayu' })).body;
    await until('both are listed', async () => ((await titles('')).items as unknown[]).length === 2);
    expect(await titles('?limit=1')).toMatchObject({ items: [{ title: 'Mug' }], nextCursor: 'mug' });
    expect(await titles('?limit=1&cursor=mug')).toEqual({ items: [{ productId: 'shirt', ...offerExample }] });
    for (const _ of ['once', 'again'])
      expect(await api.post(`${path}/shirt/withdraw`, {}, { as })).toMatchObject({ status: 200 });
    expect(await api.get(`${path}/shirt`)).toMatchObject({ status: 404, body: { code: 'offer-not-found' } });
    await until('it is not listed', async () => ((await titles('')).items as unknown[]).length === 1);
    expect(await offering('shirt')).toMatchObject({ status: 200 });
    expect(await eventsOf(sellerId)).toEqual(['OfferSet', 'OfferWithdrawn', 'OfferSet']);
  });

  it('is changed by its seller, the platform and services alone', async () => {
    const { path, offering } = await shop();
    for (const [by, status] of [
      ['seller:another', 404],
      ['buyer:ayu', 403],
      ['analyst:ana', 403],
      ['carrier:jne', 403],
      ['platform:staff', 200],
      ['service:shop', 200],
    ] as const) {
      expect(await offering('shirt', {}, by)).toMatchObject({ status });
      expect(await api.post(`${path}/shirt/withdraw`, {}, { as: by })).toMatchObject({ status });
    }
    expect(await api.post(`${path}/none/withdraw`, {})).toMatchObject({ status: 404 });
  });

  it.each([
    ['a price with a fraction', { price: 9.99 }, '/price'],
    ['a price below zero', { price: -1 }, '/price'],
    ['no title', { title: ' ' }, '/title'],
    ['no variants to choose from', { variants: [] }, '/variants'],
    ['a picture without https', { picture: 'http://a.example/b.jpg' }, '/picture'],
  ])('with %s is refused', async (_case, changes, pointer) => {
    const { offering } = await shop();
    expect(await offering('mug', changes)).toMatchObject({
      status: 422,
      body: { code: 'invalid-body', errors: [{ pointer }] },
    });
  });

  it('in a currency that is none is refused', async () => {
    const { offering } = await shop();
    expect(await offering('mug', { currency: 'XYZ' })).toMatchObject({
      status: 422,
      body: { code: 'unknown-currency' },
    });
  });
});
