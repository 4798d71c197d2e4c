import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { untilAnswer } from '@app/workers/testing';
import { commandRoutes } from '../commands/command-routes.js';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api, placeOrder, take } from '../testing/orders.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

interface Page {
  readonly items: { readonly orderId: string }[];
  readonly nextCursor?: string;
}

/** Reading an order waits until the read models show it. */
async function paidOrder(buyerId: string, sellerId: string): Promise<string> {
  const order = await placeOrder(api, { buyerId, sellerId });
  await take(api, order, ['pay', commandRoutes.pay.example]);
  await api.get(order.path);
  return order.id;
}

const list = async (path: string) => {
  const { status, body } = await api.get(path);
  return { status, ...(body as unknown as Page) };
};

describe('the lists of a buyer and a seller', () => {
  it('are read page by page, the newest first', async () => {
    const [buyer, seller] = [unique('buyer'), unique('seller')];
    const ids: string[] = [];
    for (let made = 0; made < 3; made += 1) ids.unshift(await paidOrder(buyer, seller));

    for (const path of [`/buyers/${buyer}/orders`, `/sellers/${seller}/orders`]) {
      const first = await list(`${path}?limit=2`);
      expect(first.items.map(({ orderId }) => orderId)).toEqual(ids.slice(0, 2));
      const second = await list(`${path}?limit=2&cursor=${first.nextCursor!}`);
      expect(second.items.map(({ orderId }) => orderId)).toEqual(ids.slice(2));
      expect(second.nextCursor).toBeUndefined();
    }
  });

  it('are narrowed by tab, by words and by time, and counted by tab', async () => {
    const [buyer, seller] = [unique('buyer'), unique('seller')];
    const id = await paidOrder(buyer, seller);
    const found = async (path: string) => (await list(path)).items.map(({ orderId }) => orderId);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

    expect(await found(`/buyers/${buyer}/orders?tab=waiting-for-delivery&search=batik`)).toEqual([id]);
    expect(await found(`/buyers/${buyer}/orders?tab=unpaid`)).toEqual([]);
    expect(await found(`/buyers/${buyer}/orders?search=bicycle`)).toEqual([]);
    expect(await found(`/sellers/${seller}/orders?tab=new&from=2025-01-01&to=${tomorrow}`)).toEqual([id]);
    expect(await found(`/sellers/${seller}/orders?from=${tomorrow}`)).toEqual([]);
    expect((await api.get(`/buyers/${buyer}/orders/counts`)).body).toMatchObject({ all: 1, unpaid: 0 });
    expect((await api.get(`/sellers/${seller}/orders/counts`)).body).toMatchObject({ all: 1, new: 1 });
  });

  it('find what people type, and the orders that they name (M24)', async () => {
    const [buyer, seller] = [unique('buyer'), unique('seller')];
    const shippingAddress = {
      recipient: 'Đào Łucja',
      phone: '+48 601 234 567',
      street: 'X 1',
      city: 'Łódź',
      country: 'PL',
    };
    const order = await placeOrder(api, { buyerId: buyer, sellerId: seller, shippingAddress });
    const shipped = { packageId: 'P-1', method: 'self', carrier: 'jne', trackingNumber: 'JX-0034 55' };
    await take(api, order, ['pay', commandRoutes.pay.example], ['confirm'], ['ship', shipped]);
    await api.get(order.path);
    const other = await paidOrder(buyer, seller);
    const found = async (owner: string, query: string) =>
      (await list(`/${owner}/orders?${query}`)).items.map(({ orderId }) => orderId);
    for (const owner of [`buyers/${buyer}`, `sellers/${seller}`]) {
      for (const typed of ['jx003455', 'JX-0034', 'dao lucja', 'lodz', '601 234 567', '+48 601'])
        expect([typed, await found(owner, `search=${encodeURIComponent(typed)}`)]).toEqual([
          typed,
          [order.id],
        ]);
      for (const typed of ['👍', 'warszawa', '602 234 567'])
        expect([typed, await found(owner, `search=${encodeURIComponent(typed)}`)]).toEqual([typed, []]);
      expect(await found(owner, `search=${order.id.toUpperCase()}`)).toEqual([order.id]);
      expect(await found(owner, `ids=${order.id.toUpperCase()},%20${other}`)).toEqual([other, order.id]);
      expect(await found(owner, `ids=${unique('none')}`)).toEqual([]);
    }
  });

  it('of what changed since are read to the end, whatever changes meanwhile (M24)', async () => {
    const seller = unique('seller');
    const since = new Date().toISOString();
    const ids: string[] = [];
    for (let made = 0; made < 3; made += 1) ids.push(await paidOrder(unique('buyer'), seller));
    for (const path of [`/sellers/${seller}/orders/changed`, '/orders']) {
      const seen = new Set<string>();
      let cursor: string | undefined;
      do {
        const page = await list(
          `${path}?changedSince=${since}&limit=1${cursor === undefined ? '' : `&cursor=${cursor}`}`,
        );
        expect(page.status).toBe(200);
        for (const { orderId } of page.items) seen.add(orderId);
        if (seen.size === 1) await api.post(`/orders/${ids[1]!}/confirm`);
        await api.get(`/orders/${ids[1]!}`);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      expect([...seen]).toEqual(expect.arrayContaining(ids));
    }
    const later = new Date(Date.now() + 60_000).toISOString();
    expect((await list(`/orders?changedSince=${later}`)).items).toEqual([]);
    expect(await api.get('/orders')).toMatchObject({ status: 400 });
    for (const as of ['buyer:ayu', `seller:${seller}`, 'carrier:jne'])
      expect(await api.get(`/orders?changedSince=${since}`, { as })).toMatchObject({ status: 403 });
    const others = await api.get(`/sellers/${seller}/orders/changed?changedSince=${since}`, {
      as: 'seller:x',
    });
    expect(others.status).toBe(404);
  });

  it('take the offset of an instant, encoded or not, and no day that is none (M26)', async () => {
    const [buyer, seller] = [unique('buyer'), unique('seller')];
    const id = await paidOrder(buyer, seller);
    const inJakarta = (ms: number) => new Date(Date.now() + ms + 7 * 3_600_000).toISOString().slice(0, 19);
    const found = async (query: string) => {
      const { status, items } = await list(`/sellers/${seller}/orders?${query}`);
      return [status, items?.map(({ orderId }) => orderId)];
    };
    for (const offset of ['+07:00', '%2B07:00']) {
      expect(await found(`from=${inJakarta(-60_000)}${offset}`)).toEqual([200, [id]]);
      expect(await found(`from=${inJakarta(60_000)}${offset}`)).toEqual([200, []]);
    }
    expect(await found('from=2026-02-30T00:00:00+07:00')).toEqual([400, undefined]);
  });

  it('say status and tab in the reader’s language, and English where none is known', async () => {
    const [buyer, seller] = [unique('buyer'), unique('seller')];
    await paidOrder(buyer, seller);
    const read = async (path: string, language?: string) => {
      const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language };
      const { headers: answered, body } = await api.get(path, { headers });
      return { language: answered['content-language'], vary: answered['vary'], body };
    };
    const orders = `/sellers/${seller}/orders`;
    const english = { items: [{ label: 'To confirm', tab: 'new', tabLabel: 'New' }] };
    for (const asked of [undefined, 'en-GB', 'fr', 'id;q=0.1, en'])
      expect(await read(orders, asked)).toMatchObject({ language: 'en', body: english });
    expect(await read(orders, 'id-ID, en;q=0.5')).toMatchObject({
      language: 'id',
      vary: expect.stringMatching(/accept-language/i),
      body: { items: [{ label: 'Perlu dikonfirmasi', tab: 'new', tabLabel: 'Baru' }] },
    });
  });

  it('have tabs, in the order in which they are shown, with their orders counted', async () => {
    const [buyer, seller] = [unique('buyer'), unique('seller')];
    await paidOrder(buyer, seller);
    const tabs = async (path: string, language = 'en') => {
      const { body } = await api.get(path, { headers: { 'accept-language': language } });
      return (body as unknown as { tab: string; label: string; orders: number }[]).map(
        ({ tab, label, orders }) => `${tab}: ${label} ${orders}`,
      );
    };
    expect(await tabs(`/buyers/${buyer}/orders/tabs`)).toEqual([
      'all: All 1',
      'unpaid: To pay 0',
      'waiting-for-delivery: Waiting for delivery 1',
      'in-transit: On its way 0',
      'received: Delivered 0',
      'cancelled: Cancelled 0',
      'returns-and-refunds: Returns and refunds 0',
    ]);
    expect(await tabs(`/sellers/${seller}/orders/tabs`, 'id')).toEqual([
      'all: Semua 1',
      'new: Baru 1',
      'ready-to-ship: Siap dikirim 0',
      'in-shipping: Dalam pengiriman 0',
      'completed: Selesai 0',
      'cancellations-and-returns: Pembatalan & pengembalian 0',
    ]);
    const { status } = await api.get(`/buyers/${buyer}/orders/tabs`, { as: 'buyer:other' });
    expect(status).toBe(404);
  });

  it('of notices are read page by page, the newest first', async () => {
    const [buyer, seller] = [unique('buyer'), unique('seller')];
    const id = await paidOrder(buyer, seller);
    const path = `/buyers/${buyer}/notices`;
    const all = await untilAnswer(
      () => list(path),
      ({ items }) => items.length >= 2,
    );
    expect(all.items.map(({ orderId }) => orderId)).toEqual([id, id]);
    const first = await list(`${path}?limit=1`);
    const second = await list(`${path}?limit=1&cursor=${first.nextCursor!}`);
    expect([...first.items, ...second.items]).toEqual(all.items);
    expect(all.items[0]).not.toHaveProperty('recipient');
    expect((await api.get(path)).headers).not.toHaveProperty('content-language');
  });

  it.each(['cursor=first', 'cursor=-1', 'cursor=99999999999999999999', 'search=batik'])(
    'of notices cannot be asked with ?%s',
    async (query) => {
      const answer = await api.get(`/sellers/toko-batik/notices?${query}`);
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-query' } });
      expect(answer.headers['content-language']).toBe('en');
    },
  );

  it.each([
    ['tab=new', '/tab', 'unknown-value'],
    ['tab=', '/tab', 'unknown-value'],
    ['tab=unpaid&tab=received', '/tab', 'unknown-value'],
    ['colour=red', '/colour', 'unknown-field'],
    ['limit=0', '/limit', 'out-of-range'],
    ['limit=101', '/limit', 'out-of-range'],
    ['limit=ten', '/limit', 'not-a-whole-number'],
    ['limit=1e1', '/limit', 'not-a-whole-number'],
    ['from=yesterday', '/from', 'wrong-form'],
    ['to=2025-02-30', '/to', 'wrong-form'],
    ['ids=,', '/ids', 'too-few'],
    ['ids=a,%00', '/ids', 'wrong-form'],
    [`ids=${Array.from({ length: 101 }, (_, n) => n).join()}`, '/ids', 'too-many'],
    ['search=%00', '/search', 'wrong-form'],
    [`search=${'x'.repeat(101)}`, '/search', 'wrong-length'],
    ['cursor=nonsense', '/cursor', 'wrong-form'],
    ...[
      '["2025-01-01T00:00:00.000Z","a\\u0000"]',
      '["+275760-09-13T00:00:00.000Z","a"]',
      '["0000-01-01T00:00:00.000Z","a"]',
    ].map(
      (forged) => [`cursor=${Buffer.from(forged).toString('base64url')}`, '/cursor', 'wrong-form'] as const,
    ),
  ])('cannot be asked with ?%s', async (query, pointer, code) => {
    expect(await api.get(`/buyers/ayu/orders?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid-query', errors: [{ pointer, code }] },
    });
  });
});
