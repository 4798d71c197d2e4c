import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OrderCommands, quotedOrderId } from '@app/order-log';
import { CheckoutPayments } from '@app/quotes';
import { until } from '@app/workers/testing';
import { createOrderExample } from '../commands/routes/placement.js';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api } from '../testing/orders.js';
import { payCheckoutExample } from './checkout.dto.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const { shippingAddress } = createOrderExample;

/** A quote of 10001 at one seller, and of two mugs at 5000 at another. */
async function quoted() {
  const [one, two, buyerId] = [unique('one'), unique('two'), unique('buyer')];
  const buyer = { as: `buyer:${buyerId}` };
  const offer = (sellerId: string, product: string, terms: object) =>
    api.put(`/sellers/${sellerId}/offers/${product}`, terms, { as: `seller:${sellerId}` });
  await offer(one, 'shirt', { title: 'Shirt', sellerName: 'One', currency: 'IDR', price: 10_001 });
  await offer(two, 'mug', { title: 'Mug', sellerName: 'Two', currency: 'IDR', price: 5_000 });
  const line = (productId: string, quantity: number) => ({ lineId: 'a', productId, quantity });
  const parts = [
    { sellerId: one, lines: [line('shirt', 1)] },
    { sellerId: two, lines: [line('mug', 2)] },
  ];
  const quoteId = (await api.post('/quotes', { buyerId, parts }, buyer)).body.quoteId as string;
  const path = `/checkouts/${quoteId}`;
  const place = (changes: object = {}, sent: object = buyer, to: Pick<Api, 'post'> = api) =>
    to.post('/checkouts', { quoteId, shippingAddress, ...changes }, sent);
  return { one, two, buyerId, buyer, parts, quoteId, path, place };
}

const nothing = { paid: 0, refunded: 0 };

describe('a checkout', () => {
  it('places an order at each seller of the quote, and shows them together (M1)', async () => {
    const { one, two, buyerId, buyer, quoteId, path, place } = await quoted();
    const orderAt = (sellerId: string, sellerName: string, total: number) => ({
      orderId: quotedOrderId(quoteId, sellerId),
      sellerId,
      sellerName,
      status: 'AwaitingPayment',
      total,
      ...nothing,
      outstanding: total,
    });
    const shown = {
      checkoutId: quoteId,
      buyerId,
      currency: 'IDR',
      orders: [orderAt(one, 'One', 10_001), orderAt(two, 'Two', 10_000)],
      notPlaced: [],
      total: 20_001,
      ...nothing,
      outstanding: 20_001,
    };
    expect(await api.get(path, buyer)).toMatchObject({ status: 404, body: { code: 'checkout-not-found' } });
    expect(await place()).toMatchObject({ status: 201, body: shown });
    expect((await place({}, { as: 'service:shop' })).body).toEqual(shown);
    expect((await api.get(path, buyer)).body).toEqual(shown);
    const order = await api.get(`/orders/${quotedOrderId(quoteId, two)}`, { as: `seller:${two}` });
    expect(order).toMatchObject({ status: 200, body: { checkoutId: quoteId } });
  });

  it('is placed once, however many equal requests race for it', async () => {
    const { place } = await quoted();
    const elsewhere = await api.another();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, nr) => {
        const sender = nr % 2 === 0 ? api : elsewhere;
        return place({}, nr < 5 ? undefined : { as: 'service:shop' }, sender);
      }),
    );
    await elsewhere.stop();
    for (const { status, body } of answers)
      expect({ status, body }).toEqual({ status: 201, body: answers[0]!.body });
  });

  it('places nothing where one seller has run out, and says which; all of it once there is more', async () => {
    const { two, buyer, path, place } = await quoted();
    const stock = `/sellers/${two}/stock/mug`;
    await api.put(stock, { onHand: 1 }, { as: `seller:${two}` });
    expect(await place()).toMatchObject({
      status: 409,
      body: { code: 'out-of-stock', sellerId: two, placed: [] },
    });
    expect(await api.get(path, buyer)).toMatchObject({ status: 404 });
    await api.put(stock, { onHand: 2 }, { as: `seller:${two}` });
    expect(await place()).toMatchObject({ status: 201 });
  });

  it('places what is missing, and shows what stands where that is refused', async () => {
    const { one, two, buyer, path, quoteId, place } = await quoted();
    const stock = `/sellers/${two}/stock/mug`;
    const placed = quotedOrderId(quoteId, one);
    const execute = api.engines.orderCommands.execute.bind(api.engines.orderCommands);
    await api.put(stock, { onHand: 2 }, { as: `seller:${two}` });
    // Another buyer is ahead of the second order, after both were tried.
    api.engines.orderCommands.execute = async (request, onConflict) => {
      const outcome = await execute(request, onConflict);
      if (request.orderId === placed) await api.put(stock, { onHand: 0 }, { as: `seller:${two}` });
      return outcome;
    };
    const refused = await place();
    api.engines.orderCommands.execute = execute;
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'out-of-stock', sellerId: two, placed: [placed] },
    });
    const shown = { orders: [{ orderId: placed }], notPlaced: [two], total: 10_001 };
    expect(await api.get(path, buyer)).toMatchObject({ status: 200, body: shown });
    await api.put(stock, { onHand: 2 }, { as: `seller:${two}` });
    expect(await place()).toMatchObject({ status: 201, body: { notPlaced: [], total: 20_001 } });
  });

  it('is not placed again with something else', async () => {
    const { place } = await quoted();
    await place();
    const elsewhere = { shippingAddress: { ...shippingAddress, city: 'Solo' } };
    expect(await place(elsewhere)).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it("is the buyer's and the marketplace's alone, whatever the body", async () => {
    const { one, path, place } = await quoted();
    await place();
    const unknown = { status: 422, body: { code: 'unknown-quote' } };
    expect(await place({}, { as: 'buyer:other' })).toMatchObject(unknown);
    for (const as of [`seller:${one}`, 'payments:acme', 'carrier:jne', 'analyst:data', 'platform:staff'])
      expect(await api.post('/checkouts', {}, { as })).toMatchObject({ status: 403 });
    for (const [as, status] of [
      ['buyer:other', 404],
      [`seller:${one}`, 403],
      ['payments:acme', 403],
      ['platform:staff', 200],
    ] as const)
      expect({ as, ...(await api.get(path, { as })) }).toMatchObject({ as, status });
  });

  it('has one part for each seller', async () => {
    const { buyerId, buyer, parts } = await quoted();
    const asked = { buyerId, parts: [...parts, parts[0]] };
    expect(await api.post('/quotes', asked, buyer)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/parts' }] },
    });
  });
});

describe('a payment of a checkout', () => {
  const acme = { as: 'payments:acme' };
  const captured = {
    paymentId: 'pay-1',
    captureId: 'c-1',
    method: 'wallet',
    amount: 20_001,
    currency: 'IDR',
  } as const;

  async function placed() {
    const made = await quoted();
    await made.place();
    const orderIds = [made.one, made.two].map((sellerId) => quotedOrderId(made.quoteId, sellerId));
    const pay = (changes: object = {}, sent: object = acme, to: Pick<Api, 'post'> = api) => {
      return to.post(`${made.path}/pay`, { ...captured, ...changes }, sent);
    };
    const paidOf = async () => {
      const orders = await Promise.all(orderIds.map((id) => api.engines.orderLog.read(id)));
      return orders.map((folded) => folded!.order.payments.map(({ amount }) => amount));
    };
    return { ...made, orderIds, pay, paidOf };
  }

  it('is shared to the minor unit over what each order owes, once, however many report it (M1)', async () => {
    const { pay, paidOf } = await placed();
    const elsewhere = await api.another();
    const reports = (changes: object) =>
      Promise.all(Array.from({ length: 10 }, (_, nr) => pay(changes, acme, nr % 2 === 0 ? api : elsewhere)));
    for (const { status } of await reports({ amount: 7 })) expect(status).toBe(200);
    expect(await paidOf()).toEqual([[4], [3]]);
    const rest = { captureId: 'c-2', amount: 19_994 };
    for (const { status, body } of await reports(rest))
      expect({ status, body }).toMatchObject({ status: 200, body: { paid: 20_001, outstanding: 0 } });
    await elsewhere.stop();
    expect(await paidOf()).toEqual([
      [4, 9_997],
      [3, 9_997],
    ]);
    expect(await pay({ amount: 8 })).toMatchObject({
      status: 409,
      body: { code: 'payment-already-recorded' },
    });
  });

  it('beyond what is due is refused, or goes back', async () => {
    const { pay, paidOf } = await placed();
    expect(await pay({ amount: 20_002 })).toMatchObject({ status: 409, body: { code: 'amount-over-due' } });
    expect(await pay({ currency: 'EUR' })).toMatchObject({
      status: 422,
      body: { code: 'currency-mismatch' },
    });
    expect(await pay({ provider: 'other' })).toMatchObject({
      status: 403,
      body: { code: 'not-your-payment' },
    });
    expect(await paidOf()).toEqual([[], []]);
    const answer = await pay({ amount: 20_011, surplus: 'refund' });
    expect(answer).toMatchObject({ status: 200, body: { paid: 20_011, refunded: 10, outstanding: 0 } });
    expect(await pay({ captureId: 'c-2' })).toMatchObject({
      status: 409,
      body: { code: 'order-already-paid' },
    });
  });

  it('is refunded to its share of the order that is cancelled', async () => {
    const { pay, orderIds, two, buyer, path } = await placed();
    await pay();
    const cancelled = await api.post(
      `/orders/${orderIds[1]}/cancel`,
      { reason: 'out-of-stock' },
      { as: `seller:${two}` },
    );
    expect(cancelled).toMatchObject({ status: 200 });
    expect(await api.get(path, buyer)).toMatchObject({
      body: { paid: 20_001, refunded: 10_000, orders: [{ refunded: 0 }, { refunded: 10_000 }] },
    });
    const { order } = (await api.engines.orderLog.read(orderIds[1]!))!;
    expect(order.refunds).toMatchObject([{ amount: 10_000, provider: 'acme', paymentId: 'pay-1' }]);
  });

  it('reaches its orders also where the process died once it was recorded', async () => {
    const { pay, paidOf, path, buyer, quoteId } = await placed();
    const dying = new CheckoutPayments(
      api.engines.quotes,
      api.engines.orderLog,
      { execute: () => Promise.reject(new Error('died')) } as unknown as OrderCommands,
      async () => undefined,
    );
    const sender = { actor: { role: 'payments', id: 'acme' }, correlationId: 'c' } as const;
    await expect(dying.pay(quoteId, captured, sender)).rejects.toThrow('died');
    await until('all is paid', async () => (await api.get(path, buyer)).body.outstanding === 0);
    expect(await pay()).toMatchObject({ status: 200, body: { paid: 20_001 } });
    expect(await paidOf()).toEqual([[10_001], [10_000]]);
  });

  it('is reported by providers and services alone, of a checkout that is there', async () => {
    const { pay, buyer, one } = await placed();
    for (const sent of [buyer, { as: `seller:${one}` }, { as: 'platform:staff' }])
      expect(await pay({ amount: -1 }, sent)).toMatchObject({ status: 403 });
    expect(await api.post('/checkouts/none/pay', payCheckoutExample, acme)).toMatchObject({
      status: 404,
      body: { code: 'checkout-not-found' },
    });
  });
});
