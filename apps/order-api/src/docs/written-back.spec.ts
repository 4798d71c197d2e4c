import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { offerExample } from '../offers/offer.dto.js';
import { apiUnderTest, unique } from '../testing/api-under-test.js';

type Method = Record<string, { readonly requestBody?: { readonly content: Record<string, Body> } }>;
interface Body {
  readonly examples?: { readonly example: { readonly value: object } };
}

let api: Awaited<ReturnType<typeof apiUnderTest>>;
let paths: Record<string, Method>;
beforeAll(async () => {
  api = await apiUnderTest();
  paths = (await api.get('/openapi.json', { as: null })).body.paths as typeof paths;
});
afterAll(() => api.stop());

/** Who writes to what stands under a path, and what its parameters are; what is not read before it was written. */
const owners: Readonly<Record<string, { readonly as: (id: string) => string; readonly absent?: true }>> = {
  '/sellers/{id}/policy': { as: (id) => `seller:${id}` },
  '/buyers/{id}/notice-preferences': { as: (id) => `buyer:${id}` },
  '/sellers/{id}/notice-preferences': { as: (id) => `seller:${id}` },
  '/carriers/{id}': { as: () => 'platform:staff' },
  '/payment-providers/{id}': { as: () => 'platform:staff' },
  '/sellers/{id}/stock/{product}': { as: (id) => `seller:${id}`, absent: true },
  '/sellers/{id}/offers/{product}': { as: (id) => `seller:${id}`, absent: true },
};

const written = (): string[] =>
  Object.entries(paths)
    .filter(([, methods]) => 'put' in methods)
    .map(([path]) => path);

it('every resource that is written is read in the same place, and tried here', () =>
  expect(written().sort()).toEqual(
    Object.keys(owners)
      .filter((path) => 'get' in paths[path]!)
      .sort(),
  ));

it.each(Object.keys(owners))(
  'what is read of %s can be written back, and changes nothing (M19)',
  async (path) => {
    const { as, absent } = owners[path]!;
    const id = unique('owner');
    const url = path.replace('{id}', id).replace('{product}', 'p-1');
    const sent = { as: as(id) };
    const writeBack = async () => {
      const read = await api.get(url, sent);
      expect(read.status).toBe(200);
      const answer = await api.put(url, read.body, sent);
      expect({ url, status: answer.status, body: answer.body }).toEqual({
        url,
        status: 200,
        body: read.body,
      });
      const again = await api.get(url, sent);
      expect([again.body, again.headers.etag]).toEqual([read.body, read.headers.etag]);
    };
    if (absent === undefined) await writeBack();
    const example = paths[path]!.put!.requestBody!.content['application/json']!.examples!.example.value;
    expect(await api.put(url, example, sent)).toMatchObject({ status: 200 });
    await writeBack();
  },
);

it('what was read of one is not written to another', async () => {
  for (const [url, body] of [
    ['/sellers/toko/policy', { sellerId: 'other', version: 0, terms: {} }],
    ['/sellers/toko/stock/p-1', { productId: 'p-2', variants: [] }],
    ['/sellers/toko/offers/p-1', { ...offerExample, productId: 'p-2' }],
  ] as const)
    expect(await api.put(url, body)).toMatchObject({ status: 422, body: { code: 'invalid-body' } });
});

it('a policy is written as it is read, or as its terms alone (M19)', async () => {
  const [url, sent] = ['/sellers/shop/policy', { as: 'seller:shop' }];
  for (const body of [{ modificationMinutes: 30 }, { terms: { modificationMinutes: 30 } }])
    expect(await api.put(url, body, sent)).toMatchObject({
      body: { version: 1, terms: { modificationMinutes: 30 } },
    });
  expect(await api.put(url, { modificationMinutes: null }, sent)).toMatchObject({
    body: { version: 2, terms: { modificationMinutes: null } },
  });
});
