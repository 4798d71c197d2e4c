import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Charge, couponDiscounts, fold, totalsOf } from '@app/ordering';
import { couponStream } from '@app/reservations';
import { until } from '@app/workers/testing';
import { createOrderExample, payOrderExample } from '../commands/routes/placement.js';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api } from '../testing/orders.js';
import { issueCouponExample } from './issue-coupon.dto.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const { completedOrders: _, limitPerBuyer: __, ...anyone } = issueCouponExample;
const half = { kind: 'percentage', basisPoints: 5000 };
const goods = 51_300_000;

/** A seller with a coupon of half the price, and what one asks and orders there. */
async function shop(terms: object = {}) {
  const sellerId = unique('seller');
  const path = `/sellers/${sellerId}/coupons`;
  const coupon = { ...anyone, code: 'HALF', benefit: half, ...terms };
  expect(await api.post(path, coupon, { as: `seller:${sellerId}` })).toMatchObject({ status: 201 });
  const quoteRequest = (buyerId: string, changes: object = {}) => ({
    buyerId,
    sellerId,
    currency: 'IDR',
    lines: createOrderExample.lines.map(({ title: _title, variant: _variant, ...line }) => line),
    shippingFee: 0,
    couponCodes: ['HALF'],
    ...changes,
  });
  const quoted = (buyerId: string, changes: object = {}) =>
    api.post('/quotes', quoteRequest(buyerId, changes));
  async function order(buyerId: string, changes: object = {}, key = unique('key'), query = '') {
    const { body } = await quoted(buyerId, { couponCodes: ['HALF'] });
    const { discounts, fees, shippingFee, total } = body;
    const figures = { discounts, fees, shippingFee, total, couponCodes: ['HALF'] };
    const command = { ...createOrderExample, buyerId, sellerId, ...figures, ...changes };
    return api.post(`/orders${query}`, command, { headers: { 'idempotency-key': key } });
  }
  /** With the price of half, whether the coupon can still be used or not. */
  const halved = {
    discounts: [{ code: 'HALF', label: coupon.label, amount: goods / 2 }],
    fees: [],
    shippingFee: 0,
    total: goods / 2,
  };
  const redeemed = async () => (await api.get(`${path}/HALF`)).body.redeemed;
  return { sellerId, path, coupon, quoteRequest, quoted, order, halved, redeemed };
}

describe('a seller', () => {
  it('issues, lists and withdraws coupons', async () => {
    const { sellerId, path, coupon, order, quoted, halved } = await shop();
    const as = `seller:${sellerId}`;
    expect(await api.post(path, coupon, { as })).toMatchObject({
      status: 201,
      body: { ...coupon, redeemed: 0 },
    });
    expect(await api.post(path, { ...coupon, limit: 1 }, { as })).toMatchObject({
      status: 409,
      body: { code: 'coupon-already-exists' },
    });
    expect(await order('ayu')).toMatchObject({ status: 201 });
    await until('the list is up to date', async () => {
      const { body } = await api.get(path, { as });
      return (body as unknown as { redeemed: number }[])[0]?.redeemed === 1;
    });
    expect(await api.post(`${path}/HALF/withdraw`, {}, { as })).toMatchObject({
      status: 200,
      body: { withdrawnAt: expect.any(String) },
    });
    expect((await quoted('ayu')).body).toMatchObject({
      total: goods,
      declined: [{ coupon: 'HALF', code: 'coupon-withdrawn' }],
    });
    expect(await order('ayu', halved)).toMatchObject({ status: 409, body: { code: 'coupon-withdrawn' } });
    await until('the list says so', async () => (await api.get(path, { as })).text.includes('withdrawnAt'));
  });

  it('reaches only what is theirs', async () => {
    const { path, coupon, sellerId } = await shop();
    for (const as of ['seller:another', 'buyer:ayu', 'analyst:ana', 'payments:acme']) {
      const status = as.startsWith('seller') ? 404 : 403;
      expect(await api.post(path, coupon, { as })).toMatchObject({ status });
      expect(await api.post(`${path}/HALF/withdraw`, {}, { as })).toMatchObject({ status });
    }
    expect(await api.get(path, { as: 'analyst:ana' })).toMatchObject({ status: 200 });
    expect(await api.get(`${path}/NONE`, { as: `seller:${sellerId}` })).toMatchObject({
      status: 404,
      body: { code: 'coupon-not-found' },
    });
    expect(await api.post(`${path}/NONE/withdraw`, {}, { as: `seller:${sellerId}` })).toMatchObject({
      status: 404,
    });
  });

  it.each([
    ['an unknown benefit', { benefit: { kind: 'free' } }, '/benefit/kind'],
    ['a benefit of another kind', { benefit: { kind: 'amount', basisPoints: 1 } }, '/benefit/basisPoints'],
    [
      'more than everything',
      { benefit: { kind: 'percentage', basisPoints: 10_001 } },
      '/benefit/basisPoints',
    ],
    ['a bundle that gives nothing', { benefit: { kind: 'bundle', take: 3, pay: 3 } }, '/benefit/pay'],
    ['no benefit', { benefit: undefined }, '/benefit'],
    ['a list as benefit', { benefit: [] }, '/benefit'],
    ['a product twice', { benefit: { kind: 'set', products: ['a', 'a'], amount: 1 } }, '/benefit/products'],
    ['an end before the beginning', { validUntil: '2020-01-01' }, '/validUntil'],
  ])('is told of %s', async (_case, changes, pointer) => {
    const answer = await api.post('/sellers/toko-batik/coupons', { ...issueCouponExample, ...changes });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-body' } });
    expect((answer.body.errors as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });
});

describe('an order with a coupon', () => {
  it('can be recomputed from what is recorded, to the same unit', async () => {
    const { sellerId, order } = await shop({ benefit: { kind: 'percentage', basisPoints: 3333 } });
    const { body } = await order('ayu');
    const [entry] = await api.engines.orderLog.history(body.orderId as string);
    if (entry?.event.type !== 'OrderPlaced') throw new Error('The order does not begin with its placement.');
    const { data } = entry.event;
    const coupon = (await api.engines.coupons.find(sellerId, 'HALF'))!;
    expect(couponDiscounts(data.lines, [coupon.terms])).toEqual(data.discounts);
    expect(data.discounts).toMatchObject([{ amount: 17_098_290 }]);
    expect(totalsOf(data).total).toBe(data.total);
    expect(fold([entry.event])!.lines.map(({ value }) => value)).toEqual([25_201_260, 9_000_450]);
  });

  it('shows every discount and fee on its receipt', async () => {
    const { order } = await shop();
    const fees: Charge[] = [{ code: 'gift-wrap', label: 'Gift wrapping', amount: 1000 }];
    const { body } = await order('ayu', { fees, total: goods / 2 + 1000 });
    const detail = await api.get(`/orders/${String(body.orderId)}`);
    expect(detail.body.receipt).toMatchObject({
      goods,
      discounts: [{ code: 'HALF', amount: goods / 2 }],
      fees,
      total: goods / 2 + 1000,
    });
  });

  it('uses it once, however often it is sent, and is answered alike after the coupon is gone', async () => {
    const { order, halved, redeemed, path } = await shop({ limit: 1 });
    const key = unique('key');
    const answers = await Promise.all(Array.from({ length: 8 }, () => order('ayu', halved, key)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 201 });
    expect(await redeemed()).toBe(1);
    await api.post(`${path}/HALF/withdraw`);
    expect((await order('ayu', halved, key)).text).toBe(answers[0]!.text);
  });

  it('gets the last one, and no other does', async () => {
    const { order, halved, redeemed } = await shop({ limit: 2 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => order(unique('buyer'), halved)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    for (const { status, body } of answers)
      if (status !== 201)
        expect({ status, body }).toMatchObject({
          status: 409,
          body: { code: 'coupon-used-up', errors: [{ pointer: '/couponCodes/0' }] },
        });
    expect(await redeemed()).toBe(2);
  });

  it('is tried without using it up, and refused as it would be', async () => {
    const { order, halved, redeemed, quoted } = await shop({ limit: 1 });
    const tried = (changes: object = {}) =>
      order('budi', { ...halved, ...changes }, unique('key'), '?dryRun=true');
    expect(await tried()).toMatchObject({ status: 200, body: { dryRun: true } });
    expect(await tried({ discounts: [], total: goods })).toMatchObject({
      status: 422,
      body: { code: 'coupon-amount-mismatch', errors: [{ pointer: '/couponCodes/0' }] },
    });
    expect(await redeemed()).toBe(0);
    expect(await order('ayu')).toMatchObject({ status: 201 });
    expect(await tried()).toMatchObject({ status: 409, body: { code: 'coupon-used-up' } });
    expect((await quoted('budi')).body.total).toBe(goods);
  });

  it('leaves it to others when it is cancelled', async () => {
    const { order, halved, redeemed } = await shop({ limit: 1 });
    const { body } = await order('ayu');
    expect(await order('budi', halved)).toMatchObject({ status: 409 });
    await api.post(`/orders/${String(body.orderId)}/cancel`, { reason: 'changed-mind' });
    await until('the coupon is free', async () => (await redeemed()) === 0);
    expect(await order('budi', halved)).toMatchObject({ status: 201 });
  });

  it.each([
    ['an amount that the coupon does not give', { discounts: [], total: goods }, 'coupon-amount-mismatch'],
    ['a coupon that is not there', { couponCodes: ['NONE'] }, 'unknown-coupon'],
    ['a total that does not add up', { total: 1 }, 'totals-mismatch'],
  ])('does not use it up with %s', async (_case, changes, code) => {
    const { order, redeemed, sellerId } = await shop();
    expect(await order('ayu', changes)).toMatchObject({ status: 422, body: { code } });
    expect(await redeemed()).toBe(0);
    const stream = couponStream(sellerId, 'HALF');
    const events: string[] = [];
    for await (const event of api.engines.eventStore.readStream(stream)) events.push(event.type);
    expect(events).toEqual(['CouponIssued']);
  });

  it("that discounts by a coupon's code alone is refused, also to services and on a dry run (M2)", async () => {
    const { order, halved, redeemed } = await shop({ limit: 1 });
    const refused = {
      status: 422,
      body: { code: 'coupon-not-named', errors: [{ pointer: '/discounts/0' }] },
    };
    for (const couponCodes of [undefined, []]) {
      expect(await order('ayu', { ...halved, couponCodes })).toMatchObject(refused);
      expect(await order('ayu', { ...halved, couponCodes }, unique('key'), '?dryRun=true')).toMatchObject(
        refused,
      );
    }
    expect(await order('ayu', halved)).toMatchObject({ status: 201 });
    expect(await redeemed()).toBe(1);
  });

  it('gives back the first coupon when the second cannot be used', async () => {
    const { order, halved, path, coupon, redeemed } = await shop();
    const last = { ...coupon, code: 'LAST', benefit: { kind: 'amount', amount: 100 }, limit: 1 };
    await api.post(path, last);
    const both = {
      couponCodes: ['HALF', 'LAST'],
      discounts: [...halved.discounts, { code: 'LAST', label: coupon.label, amount: 100 }],
      total: halved.total - 100,
    };
    const answers = await Promise.all(['ayu', 'budi', 'citra'].map((buyer) => order(buyer, both)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await redeemed()).toBe(1);
  });

  it('is for buyers who return where the coupon says so', async () => {
    const { order, halved, quoted } = await shop({ completedOrders: 1 });
    const buyer = unique('buyer');
    expect(await order(buyer, halved)).toMatchObject({
      status: 409,
      body: { code: 'coupon-for-returning-buyers' },
    });
    const first = await order(buyer, { couponCodes: undefined, discounts: [], total: goods });
    const path = `/orders/${String(first.body.orderId)}`;
    await api.post(`${path}/pay`, { ...payOrderExample, amount: goods });
    await api.post(`${path}/confirm`);
    await api.post(`${path}/ship`, { packageId: 'P', method: 'self', carrier: 'jne', trackingNumber: '1' });
    await api.post(`${path}/deliver`, { packageId: 'P' });
    expect(await api.post(`${path}/confirm-receipt`)).toMatchObject({ body: { status: 'Completed' } });
    await until('the buyer counts as returning', async () => (await quoted(buyer)).body.total === goods / 2);
    expect(await order(buyer)).toMatchObject({ status: 201 });
  });
});

describe('a quote', () => {
  it('shows every fee before anything is paid, and has an id of its own', async () => {
    const { quoted, quoteRequest } = await shop();
    const one = await quoted('ayu', { insured: true, shippingFee: 1000 });
    expect(one).toMatchObject({
      status: 200,
      body: {
        goods,
        discounts: [{ code: 'HALF', amount: goods / 2 }],
        fees: [{ code: 'insurance', label: 'Insured shipping', amount: 128_250 }],
        total: goods / 2 + 1000 + 128_250,
        declined: [],
      },
    });
    expect((await quoted('ayu', { insured: true, shippingFee: 1000 })).body.quoteId).not.toBe(
      one.body.quoteId,
    );
    const indonesian = await api.post('/quotes', quoteRequest('ayu', { insured: true, shippingFee: 1000 }), {
      headers: { 'accept-language': 'id' },
    });
    expect(indonesian.body).toMatchObject({
      fees: [{ code: 'insurance', label: 'Asuransi pengiriman', amount: 128_250 }],
    });
    expect((await quoted('ayu', { shippingFee: 1000 })).body.quoteId).not.toBe(one.body.quoteId);
  });

  it('shows the fee of the platform that the policy of the seller names', async () => {
    const { sellerId, quoted } = await shop();
    await api.engines.sellerPolicies.set({
      sellerId,
      terms: { platformFeeBasisPoints: 250 },
      commandId: randomUUID(),
      correlationId: 'c-1',
      actor: { role: 'platform', id: 'staff' },
      at: new Date().toISOString(),
    });
    const amount = goods / 2 / 40;
    expect((await quoted('ayu')).body).toMatchObject({
      fees: [{ code: 'platform-fee', label: 'Platform fee', amount }],
      total: goods / 2 + amount,
    });
  });

  it('is for buyers themselves and for services', async () => {
    const { quoteRequest, sellerId } = await shop();
    const product = `/sellers/${sellerId}/offers/batik-shirt`;
    await api.put(product, { title: 'Shirt', currency: 'IDR', price: goods });
    const { shippingFee: _fee, ...asked } = quoteRequest('ayu', {
      lines: [{ lineId: 'l', productId: 'batik-shirt', quantity: 1 }],
    });
    const ask = (as: string) => api.post('/quotes', asked, { as });
    expect(await ask('buyer:ayu')).toMatchObject({ status: 200, body: { total: goods / 2 } });
    expect(await ask('buyer:budi')).toMatchObject({ status: 403, body: { code: 'not-your-account' } });
    expect(await ask('seller:ayu')).toMatchObject({ status: 403, body: { code: 'role-not-allowed' } });
  });

  it('is not given for what cannot be counted', async () => {
    const { quoted } = await shop();
    const line = { lineId: 'l', productId: 'p', quantity: 1_000_000, unitPrice: Number.MAX_SAFE_INTEGER };
    expect(await quoted('ayu', { lines: [line] })).toMatchObject({
      status: 422,
      body: { code: 'bad-money' },
    });
    expect(await quoted('ayu', { currency: 'ZZZ' })).toMatchObject({
      status: 422,
      body: { code: 'unknown-currency' },
    });
    expect(await quoted('ayu', { couponCodes: ['A', 'A'] })).toMatchObject({
      status: 422,
      body: { code: 'invalid-body' },
    });
  });
});
