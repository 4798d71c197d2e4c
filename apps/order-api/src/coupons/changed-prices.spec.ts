import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOrderExample } from '../commands/routes/placement.js';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api, placeOrder } from '../testing/orders.js';
import { issueCouponExample } from './issue-coupon.dto.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const { completedOrders: _, limitPerBuyer: __, ...anyone } = issueCouponExample;
const [shirt] = createOrderExample.lines;

describe('a change of an order with a coupon, the fee of the platform and insurance', () => {
  it('comes to what a quote of the new lines says, in the dry run and in the receipt (M4)', async () => {
    const sellerId = unique('seller');
    const coupon = {
      ...anyone,
      code: 'TEN',
      benefit: { kind: 'percentage', basisPoints: 1000 },
      minimum: 10_000,
    };
    await api.post(`/sellers/${sellerId}/coupons`, coupon, { as: `seller:${sellerId}` });
    await api.engines.sellerPolicies.set({
      sellerId,
      terms: { platformFeeBasisPoints: 200, unpaidUnits: 0 },
      commandId: randomUUID(),
      correlationId: 'c-1',
      actor: { role: 'platform', id: 'staff' },
      at: new Date().toISOString(),
    });
    const lines = (quantity: number) => [{ ...shirt!, quantity, unitPrice: 1000 }];
    const quoted = async (quantity: number, couponCodes: string[]) => {
      const { lineId, productId, unitPrice } = lines(quantity)[0]!;
      const cart = { buyerId: 'ayu', sellerId, currency: 'IDR', shippingFee: 0, insured: true };
      const { discounts, fees, total } = (
        await api.post('/quotes', {
          ...cart,
          lines: [{ lineId, productId, quantity, unitPrice }],
          couponCodes,
        })
      ).body;
      return { discounts, fees, total, shippingFee: 0, couponCodes };
    };
    const placed = await api.post('/orders', {
      ...createOrderExample,
      buyerId: 'ayu',
      sellerId,
      lines: lines(10),
      ...(await quoted(10, ['TEN'])),
    });
    expect(placed).toMatchObject({ status: 201 });
    const path = `/orders/${String(placed.body.orderId)}`;

    for (const [quantity, codes, total] of [
      [20, ['TEN'], 18_450],
      [1, [], 1025],
      [100, ['TEN'], 92_250],
    ] as const) {
      const { discounts, fees, ...fresh } = await quoted(quantity, [...codes]);
      expect(fresh).toMatchObject({ total });
      const change = { changes: [{ lineId: shirt!.lineId, quantity }] };
      const tried = await api.post(`${path}/modify-lines?dryRun=true`, change);
      expect(tried.body).toMatchObject({ discounts, fees, outstanding: total });
      expect(await api.post(`${path}/modify-lines`, change)).toMatchObject({ status: 200 });
      const { body } = await api.get(path);
      expect(body.receipt).toMatchObject({ discounts, fees, total, outstanding: total });
      expect((body.changes as object[]).at(-1)).toMatchObject({ discounts, fees });
    }
  });
});

describe('goods that a buyer adds to an order', () => {
  it('cost what the seller offers them for, are held, and show in the order', async () => {
    const order = await placeOrder(api);
    const sellerId = order.seller.replace('seller:', '');
    const offer = { title: 'Straw hat', currency: 'IDR', price: 7_000_000, variants: [{ variant: 'M' }] };
    expect(await api.put(`/sellers/${sellerId}/offers/hat`, offer, { as: order.seller })).toMatchObject({
      status: 200,
    });
    const send = (change: object, query = '') =>
      api.post(`${order.path}/modify-lines${query}`, { changes: [change] }, { as: order.buyer });
    const hat = { lineId: 'line-3', productId: 'hat', variant: 'M', quantity: 2 };
    expect(await send({ ...hat, unitPrice: 1 })).toMatchObject({ status: 422 });
    expect(await send({ ...hat, productId: 'cap' })).toMatchObject({
      status: 422,
      body: { code: 'not-offered', errors: [{ pointer: '/changes/0/productId' }] },
    });
    const before = (await api.get(order.path)).body.receipt as { goods: number };
    const tried = await send(hat, '?dryRun=true');
    expect(await send(hat)).toMatchObject({ status: 200 });
    const { body } = await api.get(order.path);
    expect(body).toMatchObject({
      lines: [{}, {}, { title: 'Straw hat', quantity: 2, unitPrice: 7_000_000 }],
      receipt: { goods: before.goods + 14_000_000, outstanding: tried.body.outstanding },
      changes: [{ lines: { added: [{ lineId: 'line-3', productId: 'hat' }] } }],
    });
    expect(await send({ lineId: 'line-3', quantity: 0 })).toMatchObject({ status: 200 });
    expect((await api.get(order.path)).body.receipt).toEqual(before);
  });
});
