import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandRoutes } from '../commands/command-routes.js';
import { createOrderExample, payOrderExample } from '../commands/routes/placement.js';
import { shipOrderExample } from '../commands/routes/shipping.js';
import { apiUnderTest, unique, webhookSecret } from '../testing/api-under-test.js';
import { type Api, placeOrder, take } from '../testing/orders.js';
import { reporter, seconds } from '../testing/webhooks.js';
import { carrierEvents } from './carrier-events.js';
import { signatureOf } from './webhook-signature.js';

let api: Api;
let report: ReturnType<typeof reporter>;
beforeAll(async () => {
  api = await apiUnderTest({ workersRun: false });
  report = reporter(api);
});
afterAll(() => api.stop());

const { total } = createOrderExample;
const captured = (orderId: string, changes: object = {}, id = unique('evt')) => ({
  id,
  type: 'payment.captured',
  orderId,
  data: { ...payOrderExample, ...changes },
});

const eventsOf = async (orderId: string): Promise<string[]> =>
  (await api.engines.orderLog.history(orderId)).map(({ event }) => event.type);

describe('a payment provider', () => {
  it('pays an order, in its own name', async () => {
    const { id } = await placeOrder(api);
    expect(await report('payments/acme', captured(id))).toMatchObject({
      status: 200,
      body: { outcome: 'carried-out' },
    });
    const [, paid] = await api.engines.orderLog.history(id);
    expect(paid).toMatchObject({
      event: { type: 'PaymentCaptured', data: payOrderExample },
      metadata: { actor: { role: 'payments', id: 'acme' } },
    });
  });

  it('may send an event often and at once: it is one', async () => {
    const { id } = await placeOrder(api);
    const event = captured(id);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => report('payments/acme', event, { at: seconds() - index })),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 200, body: { outcome: 'carried-out' } });
    expect(await eventsOf(id)).toEqual(['OrderPlaced', 'PaymentCaptured']);
  });

  it('and others may report one payment in several ways: it is recorded once', async () => {
    const { id, path } = await placeOrder(api);
    const reports = ['shop-1', 'shop-2'].map((name) =>
      api.post(`${path}/pay`, payOrderExample, { as: `service:${name}` }),
    );
    const [webhook, ...calls] = await Promise.all([report('payments/acme', captured(id)), ...reports]);
    expect(webhook!.status).toBe(200);
    for (const { status, body } of calls)
      if (status !== 200) expect(body).toMatchObject({ code: 'payment-already-recorded' });
    expect(
      [webhook!.body.outcome === 'carried-out', ...calls.map(({ status }) => status === 200)].filter(Boolean),
    ).toHaveLength(1);
    expect(await eventsOf(id)).toEqual(['OrderPlaced', 'PaymentCaptured']);
    expect(await report('payments/acme', captured(id))).toMatchObject({
      status: 200,
      body: { outcome: 'already-known' },
    });
  });

  it('has money that is too much or too late recorded and sent back', async () => {
    const twice = await placeOrder(api);
    await report('payments/acme', captured(twice.id));
    await report('payments/acme', captured(twice.id, { paymentId: 'pay-0002' }));
    const cancelled = await placeOrder(api);
    await take(api, cancelled, ['cancel', { reason: 'changed-mind' }]);
    await report('payments/acme', captured(cancelled.id));
    for (const [{ id }, reason] of [
      [twice, 'overpaid'],
      [cancelled, 'paid-after-cancellation'],
    ] as const) {
      const last = (await api.engines.orderLog.history(id)).at(-1)!;
      expect(last.event).toMatchObject({ type: 'RefundInitiated', data: { amount: total, reason } });
    }
  });

  it('tells of the refunds that it was asked for what became of them', async () => {
    const cancelled = await placeOrder(api);
    await take(api, cancelled, ['cancel', { reason: 'changed-mind' }]);
    await report('payments/acme', captured(cancelled.id));
    const { refundId } = (await api.engines.orderLog.history(cancelled.id)).at(-1)!.event.data as {
      refundId: string;
    };
    const event = (type: string, data: object) => ({
      id: unique('evt'),
      type,
      orderId: cancelled.id,
      data: { refundId, ...data },
    });
    const failed = event('refund.failed', { reference: 'psp-1', cause: 'provider-error' });
    const settled = event('refund.settled', { reference: 'psp-2' });
    for (const body of [failed, failed, settled, settled])
      expect(await report('payments/acme', body)).toMatchObject({
        status: 200,
        body: { outcome: 'carried-out' },
      });
    expect((await eventsOf(cancelled.id)).slice(-3)).toEqual([
      'RefundInitiated',
      'RefundFailed',
      'RefundSettled',
    ]);
  });

  it('is asked to send again what is about an order that is not there yet', async () => {
    const key = unique('key');
    const headers = { 'idempotency-key': key };
    const probe = await api.post('/orders', createOrderExample, { as: 'service:other', headers });
    const event = captured(unique('no-order'));
    expect(await report('payments/acme', event)).toMatchObject({
      status: 409,
      headers: { 'retry-after': '5' },
      body: { code: 'order-not-visible-yet' },
    });
    expect(await report('payments/acme', { ...event, orderId: probe.body.orderId })).toMatchObject({
      body: { outcome: 'carried-out' },
    });
  });

  it('may capture a payment in parts, and share its references with another provider (M5)', async () => {
    const { id } = await placeOrder(api);
    const parts = [
      ['acme', { amount: total - 4 }],
      ['acme', { amount: 1 }],
      ['acme', { paymentId: 'pay-2', amount: 1, captureId: 'cap-1' }],
      ['acme', { paymentId: 'pay-2', amount: 1, captureId: 'cap-2' }],
      ['other', { paymentId: 'pay-2', amount: 1, captureId: 'cap-2' }],
    ] as const;
    const outcomes = [];
    for (const [provider, part] of [...parts, ...parts])
      outcomes.push((await report(`payments/${provider}`, captured(id, part))).body.outcome);
    const five = (outcome: string) => Array.from({ length: 5 }, () => outcome);
    expect(outcomes).toEqual([...five('carried-out'), ...five('already-known')]);
    const [, ...captures] = await api.engines.orderLog.history(id);
    expect(captures.map(({ event }) => event.data)).toMatchObject(
      parts.map(([provider, part]) => ({ provider, paymentId: payOrderExample.paymentId, ...part })),
    );
  });

  it.each([
    ['2026112900012344', '202611******2344'],
    ['4111-1111-1111-1111', '411111******1111'],
    ['INV/2026/0001', 'INV/2026/0001'],
  ])('has money recorded whatever its reference looks like: %s (M6)', async (paymentId, kept) => {
    const { id } = await placeOrder(api);
    expect(await report('payments/acme', captured(id, { paymentId }))).toMatchObject({
      status: 200,
      body: { outcome: 'carried-out' },
    });
    expect((await report('payments/acme', captured(id, { paymentId }))).body.outcome).toBe('already-known');
    const [, paid, ...others] = await api.engines.orderLog.history(id);
    expect([paid!.event.data, others]).toMatchObject([{ paymentId: kept }, []]);
  });

  it('may say more than is understood (M10)', async () => {
    const { id } = await placeOrder(api);
    const event = { ...captured(id, { fee: { amount: 12 }, livemode: true }), api_version: '2026-01' };
    expect(await report('payments/acme', event)).toMatchObject({ status: 200 });
    const [, paid] = await api.engines.orderLog.history(id);
    expect(paid!.event.data).toEqual({ ...payOrderExample, provider: 'acme' });
  });

  it('is told what is wrong with an event', async () => {
    const { id } = await placeOrder(api);
    expect(await report('payments/acme', captured(id, { amount: '1' }))).toMatchObject({
      status: 422,
      body: { code: 'invalid-body', errors: [{ pointer: '/data/amount' }] },
    });
    for (const body of ['{}', '[]', '"text"', '{"type":1}'])
      expect(await report('payments/acme', body)).toMatchObject({
        status: 422,
        body: { code: 'invalid-body' },
      });
    expect(await report('payments/acme', '{')).toMatchObject({
      status: 400,
      body: { code: 'malformed-json' },
    });
    expect(await eventsOf(id)).toEqual(['OrderPlaced']);
  });

  it('may send events that nobody takes, unless they may be about money (M10)', async () => {
    const customer = { id: 'evt-9', type: 'customer.updated', whatever: { it: 'holds' } };
    expect(await report('payments/acme', customer)).toMatchObject({
      status: 202,
      body: { outcome: 'ignored' },
    });
    for (const type of ['settlement.adjusted', 'payment.unheard_of', 'payout.failed'])
      expect(await report('payments/acme', { ...customer, type })).toMatchObject({
        status: 422,
        body: { code: 'unknown-event-type', errors: [{ pointer: '/type' }] },
      });
    const { text } = await api.get('/metrics', { as: null });
    expect(text).toContain('webhook_events_total{sender="acme",type="unknown",outcome="ignored"} 1');
    expect(text).toMatch(
      /webhook_events_total\{sender="acme",type="payment.captured",outcome="carried-out"\} \d+/,
    );
  });
});

describe('a carrier', () => {
  it('delivers a package', async () => {
    const order = await placeOrder(api);
    await take(
      api,
      order,
      ['pay', payOrderExample],
      ['confirm'],
      ['ship', { ...shipOrderExample, units: undefined }],
    );
    const event = {
      id: 'scan-1',
      type: 'package.delivered',
      orderId: order.id,
      data: { packageId: 'PKG-1' },
    };
    expect(await report('carriers/jne', event)).toMatchObject({ body: { outcome: 'carried-out' } });
    expect(await report('carriers/jne', { ...event, id: 'scan-2' })).toMatchObject({
      body: { outcome: 'already-known' },
    });
    expect((await eventsOf(order.id)).slice(-2)).toEqual(['PackageDelivered', 'OrderDelivered']);
  });

  it('says why a package was not delivered, and takes a delivery back', async () => {
    const order = await placeOrder(api);
    const shipped = { ...shipOrderExample, units: undefined };
    await take(api, order, ['pay', payOrderExample], ['confirm'], ['ship', shipped]);
    const { 'package.undelivered': undelivered, 'package.delivery-mistaken': mistaken } = carrierEvents.rules;
    const reported = (example: object, changes: object = {}) =>
      report('carriers/jne', { ...example, orderId: order.id, ...changes });
    for (const { example } of [undelivered, carrierEvents.rules['package.delivered'], mistaken])
      expect(await reported(example)).toMatchObject({ body: { outcome: 'carried-out' } });
    const refused = { id: 'scan-5', data: { packageId: 'PKG-1', outcome: 'refused' } };
    expect(await reported(undelivered.example, refused)).toMatchObject({ body: { outcome: 'carried-out' } });
    expect((await eventsOf(order.id)).slice(-6)).toEqual([
      'PackageHeld',
      'PackageDelivered',
      'OrderDelivered',
      'PackageMarkTakenBack',
      'PackageReturning',
      'RefundInitiated',
    ]);
  });

  it('tells where a package is, each scan once', async () => {
    const order = await placeOrder(api);
    const shipped = { ...shipOrderExample, units: undefined };
    await take(api, order, ['pay', payOrderExample], ['confirm'], ['ship', shipped]);
    const event = {
      id: 'scan-1',
      type: 'package.scanned',
      orderId: order.id,
      data: commandRoutes.track.example,
    };
    for (const id of ['scan-1', 'scan-1', 'scan-2'])
      expect(await report('carriers/jne', { ...event, id })).toMatchObject({ status: 200 });
    const inJakarta = { ...commandRoutes.track.example, scannedAt: '2026-01-05T15:30:00+07:00' };
    expect(await report('carriers/jne', { ...event, id: 'scan-3', data: inJakarta })).toMatchObject({
      status: 200,
    });
    expect((await eventsOf(order.id)).filter((type) => type === 'PackageScanned')).toHaveLength(1);
  });

  it('names another day for a package, and says why it comes later', async () => {
    const order = await placeOrder(api);
    const shipped = { ...shipOrderExample, units: undefined };
    await take(api, order, ['pay', payOrderExample], ['confirm'], ['ship', shipped]);
    const { 'package.estimated': estimated, 'package.delayed': delayed } = carrierEvents.rules;
    for (const { example } of [estimated, estimated, delayed, delayed])
      expect(await report('carriers/jne', { ...example, orderId: order.id })).toMatchObject({
        status: 200,
        body: { outcome: 'carried-out' },
      });
    const [changed, late] = (await api.engines.orderLog.history(order.id)).slice(-2);
    expect(changed!.event).toMatchObject({
      type: 'DeliveryEstimateChanged',
      data: { packageId: 'PKG-1', newEstimate: '2030-02-01' },
    });
    expect(late).toMatchObject({
      event: {
        type: 'DeliveryDelayed',
        data: { cause: 'weather', newEstimate: '2030-02-03', previousEstimate: '2030-02-01' },
      },
      metadata: { actor: { role: 'carrier', id: 'jne' } },
    });
  });

  it('speaks of its package only, and what else it says is let pass: it offers nothing for a delay (M10)', async () => {
    const order = await placeOrder(api);
    const shipped = { ...shipOrderExample, units: undefined };
    await take(api, order, ['pay', payOrderExample], ['confirm'], ['ship', shipped]);
    const delay = { newEstimate: '2030-02-03', cause: 'weather' };
    const event = { id: 'e', type: 'package.delayed', orderId: order.id, depot: 'CGK' };
    expect(await report('carriers/jne', { ...event, data: delay })).toMatchObject({
      status: 422,
      body: { code: 'invalid-body', errors: [{ pointer: '/data/packageId' }] },
    });
    const data = { ...delay, packageId: 'PKG-1', offer: { kind: 'faster-shipping' } };
    expect(await report('carriers/jne', { ...event, data })).toMatchObject({ status: 200 });
    const last = (await api.engines.orderLog.history(order.id)).at(-1)!;
    expect(last.event).toMatchObject({ type: 'DeliveryDelayed' });
    expect(last.event.data).not.toHaveProperty('offer');
  });

  it('cannot report payments', async () => {
    const { id } = await placeOrder(api);
    expect(await report('carriers/jne', captured(id))).toMatchObject({
      status: 422,
      body: { code: 'unknown-event-type' },
    });
    expect(await report('payments/jne', captured(id))).toMatchObject({ status: 401 });
  });
});

describe('what is not signed as it should be', () => {
  it('is turned away', async () => {
    const { id } = await placeOrder(api);
    const body = captured(id);
    const titles = {
      'bad-signature': 'The signature is wrong',
      'stale-signature': 'The signature is too old',
    };
    const refused = (code: keyof typeof titles) => ({ status: 401, body: { code, title: titles[code] } });
    expect(await report('payments/acme', body, { secret: 'x'.repeat(32) })).toMatchObject(
      refused('bad-signature'),
    );
    expect(await report('payments/nobody', body)).toMatchObject(refused('bad-signature'));
    expect(await report('payments/acme', body, { at: seconds() - 400 })).toMatchObject(
      refused('stale-signature'),
    );
    expect(await api.post('/webhooks/payments/acme', body)).toMatchObject(refused('bad-signature'));
    const headers = { 'webhook-signature': signatureOf(webhookSecret, seconds(), JSON.stringify(body)) };
    const changed = JSON.stringify(body).replace('pay-0001', 'pay-0002');
    expect(await api.post('/webhooks/payments/acme', changed, { headers })).toMatchObject(
      refused('bad-signature'),
    );
    expect(await eventsOf(id)).toEqual(['OrderPlaced']);
  });
});
