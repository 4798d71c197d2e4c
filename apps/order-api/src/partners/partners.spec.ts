import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { untilAnswer } from '@app/workers/testing';
import { commandRoutes } from '../commands/command-routes.js';
import { apiUnderTest, unique, webhookSecret } from '../testing/api-under-test.js';
import { type Api, type MadeOrder, placeOrder, take } from '../testing/orders.js';
import { carrierEvents } from '../webhooks/carrier-events.js';
import { paymentEvents } from '../webhooks/payment-events.js';
import { signatureOf } from '../webhooks/webhook-signature.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const doc = (type: keyof typeof commandRoutes): [string, object] => [type, commandRoutes[type].example];
const parcel = (packageId: string, carrier: string) => ({
  packageId,
  carrier,
  method: 'platform',
  trackingNumber: `${carrier}-1`,
});

/** A unit in PKG-1 with the one carrier, the rest in PKG-2 with the other. */
async function sentWith(carrier: string, other = 'sicepat'): Promise<MadeOrder> {
  const order = await placeOrder(api);
  const first = { ...parcel('PKG-1', carrier), units: [{ lineId: 'line-1', quantity: 1 }] };
  const second = parcel('PKG-2', other);
  await take(api, order, doc('pay'), doc('confirm'), ['ship', first], ['ship', second]);
  return order;
}

const notYours = { status: 403, body: { code: 'not-your-package' } };
const deliver = (order: MadeOrder, as: string, packageId = 'PKG-1', query = '') =>
  api.post(`${order.path}/deliver${query}`, { packageId }, { as });
const setNames = (id: string, names: readonly string[], as = 'platform:staff') =>
  api.put(`/carriers/${id}`, { names }, { as });

describe('a carrier with a token', () => {
  it('delivers its own packages and no others, tried or carried out (M11)', async () => {
    const order = await sentWith('jne');
    for (const query of ['', '?dryRun=true']) {
      expect(await deliver(order, 'carrier:tiki', 'PKG-1', query)).toMatchObject(notYours);
      expect(await deliver(order, 'carrier:sicepat', 'PKG-1', query)).toMatchObject(notYours);
    }
    expect((await deliver(order, 'carrier:tiki')).body).not.toHaveProperty('orderStatus');
    expect(await deliver(order, 'carrier:jne')).toMatchObject({ status: 200, body: { status: 'InTransit' } });
    expect(await deliver(order, 'carrier:SiCepat', 'PKG-2')).toMatchObject({
      status: 200,
      body: { status: 'Delivered' },
    });
  });

  it('books no cash that another has collected (M11)', async () => {
    const order = await placeOrder(api, { paymentMethod: 'cash-on-delivery' });
    await take(api, order, doc('confirm'), ['ship', { ...commandRoutes.ship.example, units: undefined }]);
    expect(await deliver(order, 'carrier:sicepat')).toMatchObject(notYours);
    const types = async () => (await api.engines.orderLog.history(order.id)).map(({ event }) => event.type);
    expect(await types()).not.toContain('PaymentCaptured');
    expect(await deliver(order, 'carrier:jne')).toMatchObject({ status: 200 });
    expect(await types()).toContain('PaymentCaptured');
  });

  it('sees where its own packages of an order are; of others’ orders it is told that there are none (M11)', async () => {
    const order = await sentWith('jne');
    const { body } = await untilAnswer(
      () => api.get(`${order.path}/tracking`, { as: 'carrier:jne' }),
      ({ text }) => text.includes('shipped'),
    );
    expect((body.packages as { packageId: string }[]).map(({ packageId }) => packageId)).toEqual(['PKG-1']);
    const foreign = await api.get(`${order.path}/tracking`, { as: 'carrier:tiki' });
    const unknown = await api.get('/orders/unknown/tracking', { as: 'carrier:tiki' });
    expect(foreign).toMatchObject({ status: 404, body: { code: 'order-not-found' } });
    expect(foreign.text.replace(order.id, 'unknown')).toBe(unknown.text);
  });

  it('is meant by the names that the platform sets for it, at once and in every process (M11)', async () => {
    const [id, name] = [unique('carrier'), unique('Fast Van')];
    const order = await sentWith(name);
    const as = `carrier:${id}`;
    expect(await deliver(order, as)).toMatchObject(notYours);
    await setNames(id, [id, name.toUpperCase()]);
    expect(await deliver(order, as)).toMatchObject({ status: 200 });
    const other = await api.another();
    expect(await other.get(`${order.path}/tracking`, { as })).toMatchObject({ status: 200 });
    await setNames(id, []);
    expect(await other.get(`${order.path}/tracking`, { as })).toMatchObject({ status: 404 });
    await other.stop();
  });
});

describe('a carrier’s signed webhook', () => {
  const report = (body: object) => {
    const raw = JSON.stringify(body);
    const signature = signatureOf(webhookSecret, Math.floor(Date.now() / 1000), raw);
    return api.post('/webhooks/carriers/jne', raw, { as: null, headers: { 'webhook-signature': signature } });
  };

  it.each(Object.values(carrierEvents.rules))(
    'speaks of its own packages alone: $example.type (M11)',
    async ({ example }) => {
      const others = await sentWith('tiki');
      expect(await report({ ...example, orderId: others.id })).toMatchObject(notYours);
      expect(await api.engines.orderLog.history(others.id)).toHaveLength(7);
    },
  );

  it('is taken once the platform lists the name that the package bears (M11)', async () => {
    const name = unique('Jne Van');
    const order = await sentWith(name);
    const scan = { ...carrierEvents.rules['package.scanned'].example, orderId: order.id };
    expect(await report(scan)).toMatchObject(notYours);
    await setNames('jne', ['jne', name]);
    expect(await report(scan)).toMatchObject({ status: 200, body: { outcome: 'carried-out' } });
  });
});

describe('a payment provider', () => {
  const notYours = { status: 403, body: { code: 'not-your-payment' } };
  const acme = `payments:${unique('acme')}`;

  it('settles refunds of its own money and no others (M11)', async () => {
    const order = await placeOrder(api);
    const paid = await api.post(`${order.path}/pay`, commandRoutes.pay.example, { as: acme });
    expect(paid).toMatchObject({ status: 200 });
    await take(api, order, ['cancel', { reason: 'changed-mind' }]);
    const refund = (await api.engines.orderLog.history(order.id)).at(-1)!.event.data;
    const { refundId } = refund as { refundId: string };
    const settle = (as: string) =>
      api.post(`${order.path}/settle-refund`, { refundId, reference: 'psp-1' }, { as });
    expect(await settle('payments:other')).toMatchObject(notYours);
    expect(await settle(acme)).toMatchObject({ status: 200 });
  });

  it('speaks for itself, and for the names that the platform sets for it (M11)', async () => {
    const [id, name] = [unique('psp'), unique('PayFast')];
    const order = await placeOrder(api);
    const pay = () =>
      api.post(
        `${order.path}/pay`,
        { ...commandRoutes.pay.example, provider: name },
        { as: `payments:${id}` },
      );
    expect(await pay()).toMatchObject(notYours);
    await api.put(`/payment-providers/${id}`, { names: [name] }, { as: 'platform:staff' });
    expect(await pay()).toMatchObject({ status: 200 });
  });

  it('reports no money of another by a signed webhook (M11)', async () => {
    const order = await placeOrder(api);
    await api.post(`${order.path}/pay`, commandRoutes.pay.example, { as: 'payments:other' });
    await take(api, order, ['cancel', { reason: 'changed-mind' }]);
    const settled = { ...paymentEvents.rules['refund.settled'].example, orderId: order.id };
    const raw = JSON.stringify(settled);
    const signature = signatureOf(webhookSecret, Math.floor(Date.now() / 1000), raw);
    const headers = { 'webhook-signature': signature };
    expect(await api.post('/webhooks/payments/acme', raw, { as: null, headers })).toMatchObject(notYours);
  });
});

describe('the names of a carrier', () => {
  it('are the platform’s to read and to set', async () => {
    const path = `/carriers/${unique('carrier')}`;
    for (const as of ['carrier:jne', 'service:shop', 'seller:s', 'buyer:b', 'analyst:a', 'payments:p']) {
      expect(await api.get(path, { as })).toMatchObject({ status: 403, body: { code: 'role-not-allowed' } });
      expect(await api.put(path, { names: [] }, { as })).toMatchObject({ status: 403 });
    }
    expect(await api.get(path, { as: 'platform:staff' })).toMatchObject({ headers: { etag: '"0"' } });
  });

  it('are not set over a version that was not seen, nor for what is no id', async () => {
    const path = `/carriers/${unique('carrier')}`;
    const put = (tag: string) =>
      api.put(path, { names: ['a'] }, { as: 'platform:staff', headers: { 'if-match': tag } });
    expect(await put('"0"')).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(await put('"0"')).toMatchObject({ status: 412, body: { code: 'revision-mismatch' } });
    expect(await setNames('no%20id', ['a'])).toMatchObject({
      status: 404,
      body: { code: 'account-not-found', detail: 'There is no such carrier.' },
    });
  });

  it.each([
    [{}, '/names'],
    [{ names: 'jne' }, '/names'],
    [{ names: [''] }, '/names'],
    [{ names: Array<string>(101).fill('jne') }, '/names'],
    [{ id: 'other', names: [] }, '/id'],
  ])('cannot be %j', async (body, pointer) => {
    const answer = await api.put('/carriers/jne', body, { as: 'platform:staff' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-body', errors: [{ pointer }] } });
  });
});
