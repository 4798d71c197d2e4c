import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { moneyText } from '@app/words';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api, placeOrder, take } from '../testing/orders.js';
import { createOrderExample, payOrderExample } from './routes/placement.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const order = createOrderExample;

describe('a command', () => {
  it('is answered with the revision, the status and what may follow', async () => {
    const created = await api.post('/orders', order);
    expect(created).toMatchObject({
      status: 201,
      headers: { etag: '"0"', location: `/orders/${String(created.body.orderId)}` },
      body: {
        revision: 0,
        status: 'AwaitingPayment',
        allowedCommands: expect.arrayContaining(['pay', 'cancel']),
      },
    });
    const paid = await api.post(`/orders/${String(created.body.orderId)}/pay`, payOrderExample);
    expect(paid).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: { orderId: created.body.orderId, revision: 1, status: 'AwaitingConfirmation' },
    });
  });

  it('is recorded as it was sent, with defaults for what was left out', async () => {
    const optional = { fees: undefined, discounts: undefined, source: undefined, checkoutId: undefined };
    const { id } = await placeOrder(api, { ...optional, promisedDelivery: undefined, total: 53_100_000 });
    const [entry] = await api.engines.orderLog.history(id);
    const { lines } = order;
    expect(entry!.event.data).toMatchObject({
      checkoutId: id,
      fees: [],
      discounts: [],
      source: 'other',
      lines,
    });
    expect(entry!.event.data).not.toHaveProperty('promisedDelivery');
  });

  it.each([
    ['no body', undefined, {}],
    ['an empty JSON body', '', { 'content-type': 'application/json' }],
    ['an empty form', '', { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '0' }],
    ['an empty object', {}, {}],
  ])('that says everything by its name takes %s', async (_, body, headers) => {
    const placed = await placeOrder(api);
    await take(api, placed, ['pay', payOrderExample]);
    expect(await api.post(`${placed.path}/confirm`, body, { headers })).toMatchObject({ status: 200 });
  });

  it('is counted by its outcome', async () => {
    await api.post('/orders', { ...order, total: 1 });
    const { text } = await api.get('/metrics', { as: null });
    expect(text).toMatch(/order_commands_total\{type="create",outcome="accepted"\} \d+/);
    expect(text).toMatch(/order_commands_total\{type="create",outcome="totals-mismatch"\} \d+/);
  });
});

describe('a refusal', () => {
  it('tells what the order is and what may be done instead', async () => {
    const placed = await placeOrder(api);
    expect(await api.post(`${placed.path}/confirm`)).toMatchObject({
      status: 409,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      body: {
        type: 'urn:problem:order-not-paid',
        title: 'Not possible now',
        status: 409,
        code: 'order-not-paid',
        detail: 'This order has to be paid first.',
        instance: `${placed.path}/confirm`,
        orderStatus: 'AwaitingPayment',
        allowedCommands: expect.arrayContaining(['pay', 'cancel']),
      },
    });
  });

  it('is said in the language of who sent the command, its amounts as they are written there', async () => {
    const path = `${(await placeOrder(api)).path}/pay`;
    const headers = { 'accept-language': 'id' };
    const much = { ...payOrderExample, amount: order.total + 1 };
    const due = moneyText(order.total, order.currency, 'id');
    expect(await api.post(path, much, { headers })).toMatchObject({
      status: 409,
      headers: { 'content-language': 'id' },
      body: {
        code: 'amount-over-due',
        title: 'Tidak bisa dilakukan sekarang',
        detail: `Sisa tagihannya hanya ${due}. Bayar sejumlah itu, ya.`,
        errors: [{ pointer: '/amount', detail: expect.stringContaining(due) }],
      },
    });
    expect(await api.post(path, { ...much, amount: 'all' }, { headers })).toMatchObject({
      status: 422,
      headers: { 'content-language': 'id' },
      body: {
        detail: 'Periksa /amount. Isinya harus berupa bilangan bulat.',
        errors: [{ code: 'not-a-whole-number', detail: 'Isinya harus berupa bilangan bulat.' }],
      },
    });
  });

  it('points to the place in the command', async () => {
    expect(await api.post('/orders', { ...order, currency: 'ZZZ' })).toMatchObject({
      status: 422,
      body: { code: 'unknown-currency', errors: [{ pointer: '/currency', code: 'unknown-currency' }] },
    });
  });

  it.each(['nobody', 'a b', 'x'.repeat(65), '%00'])('meets the id %s of no order', async (id) => {
    expect(await api.post(`/orders/${encodeURIComponent(id)}/pay`, payOrderExample)).toMatchObject({
      status: 404,
      body: { code: 'order-not-found' },
    });
  });
});

describe('If-Match', () => {
  it('lets a command pass at the revision that it names', async () => {
    const { path } = await placeOrder(api);
    const at = (tag: string) => api.post(`${path}/pay`, payOrderExample, { headers: { 'if-match': tag } });
    expect(await at('"1"')).toMatchObject({ status: 412, body: { code: 'revision-mismatch' } });
    expect(await at('"0"')).toMatchObject({ status: 200 });
  });

  it.each(['0', 'W/"0"', '"0", "1"', '"-1"', '"one"', '""'])('cannot be %s', async (tag) => {
    const { path } = await placeOrder(api);
    const answer = await api.post(`${path}/pay`, payOrderExample, { headers: { 'if-match': tag } });
    const detail = 'The header If-Match has to be one ETag as it was answered, like "3".';
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed-header', detail } });
  });
});

describe('Idempotency-Key', () => {
  const create = (key: string, changes: object = {}, as = 'service:shop') =>
    api.post('/orders', { ...order, ...changes }, { as, headers: { 'idempotency-key': key } });

  it('makes a command one, however often it is sent', async () => {
    const key = unique('key');
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(key)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);

    const path = answers[0]!.headers.location as string;
    const headers = { 'idempotency-key': unique('key') };
    const pay = () => api.post(`${path}/pay`, payOrderExample, { headers });
    const first = await pay();
    await api.post(`${path}/confirm`);
    expect(await pay()).toMatchObject({ status: 200, text: first.text, headers: { etag: '"1"' } });
    expect(await create(key)).toMatchObject({
      status: 201,
      text: answers[0]!.text,
      headers: { etag: '"0"' },
    });
    const { body } = await api.get(`${path}/history`);
    expect(body).toHaveLength(3);
  });

  it('takes no other command', async () => {
    const key = unique('key');
    await create(key);
    const other = await create(key, { sellerName: 'Another name' });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('belongs to its caller', async () => {
    const key = unique('key');
    const [mine, theirs] = [await create(key), await create(key, {}, 'service:another')];
    expect(theirs.status).toBe(201);
    expect(theirs.body.orderId).not.toBe(mine.body.orderId);
  });

  it.each(['', 'é', 'x'.repeat(201)])('cannot be %j', async (key) => {
    expect(await create(key)).toMatchObject({ status: 400, body: { code: 'malformed-header' } });
  });
});

describe('dryRun', () => {
  const key = { 'idempotency-key': 'only-tried' };
  const cancelled = { reason: 'changed-mind' };

  it('tells what a command would do, and does it only without', async () => {
    const placed = await placeOrder(api);
    const path = `${placed.path}/pay`;
    const tried = await api.post(`${path}?dryRun=true`, payOrderExample, { headers: key });
    expect(tried).toMatchObject({
      status: 200,
      headers: { etag: '"0"' },
      body: { dryRun: true, revision: 0, events: ['PaymentCaptured'], status: 'AwaitingConfirmation' },
    });
    expect((await api.get(`${placed.path}/history`)).body).toHaveLength(1);
    expect(
      await api.post(`${path}?dryRun=false`, payOrderExample, {
        headers: { ...key, 'if-match': tried.headers.etag as string },
      }),
    ).toMatchObject({ status: 200, body: { revision: 1 } });
    expect(await api.post(`${placed.path}/cancel?dryRun=true`, cancelled)).toMatchObject({
      body: { status: 'Cancelled', priceDifference: -49_800_000, refund: 49_800_000, outstanding: 0 },
    });
  });

  it('begins no order', async () => {
    const headers = { 'idempotency-key': unique('key') };
    const tried = await api.post('/orders?dryRun=true', order, { headers });
    expect(tried).toMatchObject({ status: 200, body: { events: ['OrderPlaced'], outstanding: order.total } });
    expect(tried.headers).not.toHaveProperty('location');
    expect(tried.headers).not.toHaveProperty('etag');
    const id = String(tried.body.orderId);
    expect(await api.get(`/orders/${id}`)).toMatchObject({ status: 404 });
    expect(await api.post('/orders', order, { headers })).toMatchObject({
      status: 201,
      body: { orderId: id },
    });
  });

  it('is refused as the command would be', async () => {
    const placed = await placeOrder(api);
    expect(await api.post(`${placed.path}/confirm?dryRun=true`)).toMatchObject({
      status: 409,
      body: { code: 'order-not-paid' },
    });
  });

  it.each(['dryRun=yes', 'dryRun=', 'dryrun=true', 'dryRun=true&dryRun=true'])(
    'is never taken for less than it may mean: ?%s',
    async (query) => {
      const placed = await placeOrder(api);
      expect(await api.post(`${placed.path}/cancel?${query}`, cancelled)).toMatchObject({
        status: 400,
        body: { code: 'invalid-query', errors: [expect.anything()] },
      });
      expect((await api.get(`${placed.path}/history`)).body).toHaveLength(1);
    },
  );
});

describe('On-Behalf-Of', () => {
  it('lets a service act as a buyer or a seller, within what they may do', async () => {
    const placed = await placeOrder(api);
    const as = (party: string, command: string, body?: object) =>
      api.post(`${placed.path}/${command}`, body, { headers: { 'on-behalf-of': party } });
    expect(await as(placed.buyer, 'pay', payOrderExample)).toMatchObject({
      status: 403,
      body: { code: 'role-not-allowed' },
    });
    expect(await as('seller:stranger', 'confirm')).toMatchObject({ status: 404 });
    await take(api, placed, ['pay', payOrderExample]);
    expect(await as(placed.seller, 'confirm')).toMatchObject({ status: 200 });
    const { body } = await api.get(`${placed.path}/history`);
    expect((body as unknown as object[]).at(-1)).toMatchObject({
      type: 'OrderConfirmed',
      actor: { role: 'service', id: 'shop' },
      onBehalfOf: { role: 'seller', id: placed.seller.slice('seller:'.length) },
    });
  });

  it('is for services alone', async () => {
    const placed = await placeOrder(api);
    const cancel = { reason: 'changed-mind' };
    const headers = { 'on-behalf-of': placed.buyer };
    for (const as of ['platform:staff', placed.buyer])
      expect(await api.post(`${placed.path}/cancel`, cancel, { as, headers })).toMatchObject({
        status: 403,
        body: { code: 'role-not-allowed' },
      });
  });

  it.each(['ayu', 'buyer:', 'platform:staff', 'buyer:a b'])('cannot be %j', async (party) => {
    const { path } = await placeOrder(api);
    const answer = await api.post(`${path}/pay`, payOrderExample, { headers: { 'on-behalf-of': party } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed-header' } });
  });
});

describe('a correlation id', () => {
  it('is echoed, and recorded with the event', async () => {
    const headers = { 'x-correlation-id': 'checkout-17' };
    const answer = await api.post('/orders', order, { headers });
    expect(answer.headers['x-correlation-id']).toBe('checkout-17');
    const [entry] = await api.engines.orderLog.history(String(answer.body.orderId));
    expect(entry!.metadata.correlationId).toBe('checkout-17');
  });
});
