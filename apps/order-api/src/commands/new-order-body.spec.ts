import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiUnderTest } from '../testing/api-under-test.js';
import { type Api } from '../testing/orders.js';
import { createOrderExample } from './routes/placement.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const order = createOrderExample;
const [line] = order.lines;

describe('the body of a new order', () => {
  it.each([
    ['/colour', 'unknown-field', { colour: 'red' }],
    ['/orderId', 'unknown-field', { orderId: 'mine' }],
    ['/lines/0/discount', 'unknown-field', { lines: [{ ...line, discount: 1 }] }],
    ['/lines', 'too-few', { lines: [] }],
    ['/lines', 'too-many', { lines: Array.from({ length: 201 }, () => line) }],
    ['/lines', 'wrong-type', { lines: { 0: line } }],
    ['/lines/0/lineId', 'wrong-form', { lines: [{ ...line, lineId: 'a b' }] }],
    ['/lines/0/quantity', 'out-of-range', { lines: [{ ...line, quantity: 0 }] }],
    ['/lines/0/quantity', 'not-a-whole-number', { lines: [{ ...line, quantity: '2' }] }],
    ['/lines/0/quantity', 'not-a-whole-number', { lines: [{ ...line, quantity: 1.5 }] }],
    ['/lines/0/unitPrice', 'out-of-range', { lines: [{ ...line, unitPrice: -1 }] }],
    ['/lines/0/unitPrice', 'out-of-range', { lines: [{ ...line, unitPrice: 2 ** 53 }] }],
    ['/lines/0/title', 'wrong-form', { lines: [{ ...line, title: 'a\u0000b' }] }],
    ['/lines/0/title', 'wrong-form', { lines: [{ ...line, title: 'half a \ud83d' }] }],
    ['/lines/0/title', 'wrong-form', { lines: [{ ...line, title: '  ' }] }],
    ['/lines/0/title', 'wrong-length', { lines: [{ ...line, title: 'x'.repeat(201) }] }],
    ['/lines/0/variant', 'wrong-length', { lines: [{ ...line, variant: null }] }],
    ['/currency', 'wrong-form', { currency: 'idr' }],
    ['/currency', 'wrong-form', { currency: 5 }],
    ['/total', 'required', { total: undefined }],
    ['/total', 'not-a-whole-number', { total: null }],
    ['/shippingAddress', 'wrong-type', { shippingAddress: [order.shippingAddress] }],
    [
      '/shippingAddress/country',
      'wrong-form',
      { shippingAddress: { ...order.shippingAddress, country: 'IDN' } },
    ],
    [
      '/shippingAddress/recipient',
      'required',
      { shippingAddress: { ...order.shippingAddress, recipient: undefined } },
    ],
    ['/promisedDelivery', 'wrong-form', { promisedDelivery: '2030-02-30' }],
    ['/promisedDelivery', 'wrong-form', { promisedDelivery: '2030-1-1' }],
    ['/source', 'unknown-value', { source: 'television' }],
    ['/buyerId', 'wrong-form', { buyerId: 'ayu@example.com' }],
  ])('is refused at %s as %s', async (pointer, code, changes) => {
    const { status, body } = await api.post('/orders', { ...order, ...changes });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid-body' });
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it.each(['XK', 'IC', 'AX', 'TL'])('goes to %s (M27)', async (country) => {
    const shippingAddress = { ...order.shippingAddress, country };
    expect(await api.post('/orders', { ...order, shippingAddress })).toMatchObject({ status: 201 });
  });

  it.each(['XX', 'UK', 'ZZ'])('goes to no %s', async (country) => {
    const shippingAddress = { ...order.shippingAddress, country };
    expect(await api.post('/orders', { ...order, shippingAddress })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/shippingAddress/country', code: 'wrong-form' }] },
    });
  });

  it.each(['1e400', '-0.1', '1e-400', '1.5', 'true', '"5"', '[5]'])('takes no total of %s', async (total) => {
    const text = JSON.stringify({ ...order, total: 'TOTAL' }).replace('"TOTAL"', total);
    expect(await api.post('/orders', text)).toMatchObject({ status: 422 });
  });

  it.each([
    ['no-lines', '{"lines":[]}'],
    ['__proto__', '{"__proto__":{"admin":true}}'],
  ])('is refused with %s', async (_, text) => {
    const { status } = await api.post('/orders', text);
    expect([400, 422]).toContain(status);
  });
});
