import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { commandRoutes } from '../commands/command-routes.js';
import { createOrderExample } from '../commands/routes/placement.js';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api, placeOrder, take } from '../testing/orders.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const rowsIn = (text: string) => parse(text, { columns: true, bom: true }) as Record<string, string>[];

async function paidOrder(buyerId: string, sellerId: string, changes: object = {}): Promise<string> {
  const order = await placeOrder(api, { buyerId, sellerId, ...changes });
  await take(api, order, ['pay', commandRoutes.pay.example]);
  await api.get(order.path);
  return order.id;
}

describe('a list as CSV', () => {
  it('has a header, and a record for each order with amounts for people and for programs', async () => {
    const [buyer, seller] = [unique('buyer'), unique('seller')];
    const ids = [await paidOrder(buyer, seller), await paidOrder(buyer, seller)].reverse();
    for (const path of [`/buyers/${buyer}`, `/sellers/${seller}`]) {
      const { status, headers, text } = await api.get(`${path}/orders/export.csv`);
      expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
        200,
        'text/csv; charset=utf-8; header=present',
        'attachment; filename="orders.csv"',
      ]);
      expect(text.split('\r\n')).toHaveLength(4);
      expect(rowsIn(text).map((row) => row.order_id)).toEqual(ids);
      expect(rowsIn(text)[0]).toMatchObject({
        status: 'AwaitingConfirmation',
        buyer_id: buyer,
        items: '2 × Batik shirt (L / indigo); 3 × Sambal, 200 g',
        currency: 'IDR',
        total: '498000.00',
        total_minor_units: '49800000',
        paid: '498000.00',
        refunded_minor_units: '0',
      });
    }
  });

  it('is enough to pick and pack from, line by line, and to reconcile', async () => {
    const [buyer, seller] = [unique('buyer'), unique('seller')];
    const order = await placeOrder(api, { buyerId: buyer, sellerId: seller });
    const parcel = { packageId: 'PKG-1', method: 'self', carrier: 'jne', trackingNumber: '0034567890123456' };
    await take(
      api,
      order,
      ['pay', commandRoutes.pay.example],
      ['confirm'],
      ['ship', parcel],
      ['deliver', { packageId: 'PKG-1' }],
    );
    await take(api, order, ['request-return', commandRoutes['request-return'].example]);
    await api.get(order.path);
    const file = async (path: string) => (await api.get(`/sellers/${seller}/${path}`)).text;
    const lines = rowsIn(await file('orders/export.csv?rows=lines'));
    expect(lines).toMatchObject([
      {
        order_id: order.id,
        recipient: createOrderExample.shippingAddress.recipient,
        city: createOrderExample.shippingAddress.city,
        carriers: 'jne',
        tracking_numbers: parcel.trackingNumber,
        line_id: 'line-1',
        product_id: createOrderExample.lines[0]!.productId,
        variant: createOrderExample.lines[0]!.variant,
        quantity: '2',
        to_ship: '0',
        payment_methods: 'wallet',
        total: '498000.00',
      },
      { line_id: 'line-2', quantity: '3' },
    ]);
    expect(await file('orders/export.csv?for=excel&separator=semicolon')).toContain(
      `;"=""${parcel.trackingNumber}""";`,
    );
    const [back] = rowsIn(await file('returns/export.csv'));
    expect(back).toMatchObject({
      order_id: order.id,
      state: 'requested',
      quantity: expect.stringMatching(/^[1-9]/),
      refunded: '0.00',
    });
    const others = await api.get(`/sellers/${seller}/returns/export.csv`, { as: 'seller:other' });
    expect(others.status).toBe(404);
  });

  it('takes the filters of the list, and no place in it', async () => {
    const [buyer, seller] = [unique('buyer'), unique('seller')];
    await paidOrder(buyer, seller);
    const found = async (query: string) =>
      rowsIn((await api.get(`/sellers/${seller}/orders/export.csv?${query}`)).text).length;
    expect(await found('tab=new&search=batik&from=2025-01-01')).toBe(1);
    expect(await found('tab=completed')).toBe(0);
    expect(await found('search=bicycle')).toBe(0);
    for (const query of ['limit=5', 'cursor=x', 'tab=old'])
      expect(await api.get(`/sellers/${seller}/orders/export.csv?${query}`)).toMatchObject({ status: 400 });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1'])('has no formula: %s', async (formula) => {
    const [buyer, seller] = [unique('buyer'), unique('seller')];
    await paidOrder(buyer, seller, { sellerName: `${formula}","=2` });
    const { text } = await api.get(`/buyers/${buyer}/orders/export.csv`);
    expect(rowsIn(text)[0]!.seller_name).toBe(`'${formula}","=2`);
  });

  it('is for those who may read the list', async () => {
    const path = '/sellers/toko-batik/orders/export.csv';
    expect(await api.get(path, { as: 'buyer:ayu' })).toMatchObject({ status: 403 });
    expect(await api.get(path, { as: 'seller:other' })).toMatchObject({ status: 404 });
    expect(await api.get(path, { as: null })).toMatchObject({ status: 401 });
  });
});
