import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PostgresEventStore } from '@app/event-store';
import { damages, type TestNode, testNode } from '@app/event-store/testing';
import { until } from '@app/workers/testing';
import { commandRoutes } from '../commands/command-routes.js';
import { createOrderExample } from '../commands/routes/placement.js';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api, type MadeOrder, placeOrder, take } from '../testing/orders.js';

const pay = commandRoutes.pay.example;
const damaged = { status: 409, body: { code: 'order-history-damaged' } };

describe.each(['postgres', 'eventstoredb'])('an order on %s that', (engine) => {
  let node: TestNode;
  let api: Awaited<ReturnType<typeof apiUnderTest>>;
  /** Has seen none of the orders. */
  let fresh: Awaited<ReturnType<typeof api.another>>;
  /** Of a database that was built anew from the log. */
  let rebuilt: typeof api;
  let log: PostgresEventStore;

  beforeAll(async () => {
    node = await testNode();
    const env = { EVENT_STORE: node.node.connectionString };
    api = await apiUnderTest(engine === 'eventstoredb' ? { env } : {});
    fresh = await api.another();
    rebuilt = engine === 'eventstoredb' ? await apiUnderTest({ env }) : api;
    log = engine === 'eventstoredb' ? node.store : (api.engines.eventStore as PostgresEventStore);
  });
  afterAll(async () => {
    await fresh.stop();
    if (rebuilt !== api) await rebuilt.stop();
    await api.stop();
    await node.close();
  });

  const becomesDamaged = (what: string, ask: () => Promise<{ status: number }>) =>
    until(what, async () => (await ask()).status === 409);

  const isShown = (order: MadeOrder) =>
    until('it is shown', async () => (await api.get(order.path)).status === 200);

  /** Until the process that has made the order knows better, and the tables do. */
  async function known(order: MadeOrder): Promise<void> {
    await becomesDamaged('it was forgotten', () => api.post(`${order.path}/pay?dryRun=true`, pay));
    for (const one of [api, rebuilt]) await becomesDamaged('it was parked', () => one.get(order.path));
  }

  it.each(damages)('$what is told of in every answer', async ({ do: damage }) => {
    const order = await placeOrder(api);
    await isShown(order);
    await damage(log, `order-${order.id}`);
    await known(order);
    for (const one of [api, fresh, rebuilt] as Api[]) {
      for (const path of ['', '/history', '/messages', '/tracking'])
        expect({ path, ...(await one.get(order.path + path)) }).toMatchObject({ path, ...damaged });
      expect(await one.post(`${order.path}/pay?dryRun=true`, pay)).toMatchObject(damaged);
      const key = { headers: { 'idempotency-key': unique('key') } };
      expect(await one.post(`${order.path}/pay`, pay, key)).toMatchObject(damaged);
      expect(await one.post(`${order.path}/pay`, pay, key)).toMatchObject(damaged);
      const seller = order.seller.replace('seller:', '');
      const batch = { commands: [{ orderId: order.id, command: 'confirm' }] };
      expect(await one.post(`/sellers/${seller}/orders/batch`, batch, { as: order.seller })).toMatchObject({
        status: 200,
        body: { results: [{ status: 'refused', problem: { code: 'order-history-damaged' } }] },
      });
    }
  });

  it('is damaged is none that there is for others, and stops no other', async () => {
    const [order, other] = [await placeOrder(api), await placeOrder(api)];
    await isShown(order);
    await log.tombstoneStream(`order-${order.id}`, 'any');
    await known(order);
    for (const path of ['', '/history', '/messages', '/tracking'])
      expect(await fresh.get(order.path + path, { as: 'buyer:stranger' })).toMatchObject({ status: 404 });
    const cancel = await fresh.post(`${order.path}/cancel`, commandRoutes.cancel.example, {
      as: 'buyer:stranger',
    });
    expect(cancel).toMatchObject({ status: 404, body: { code: 'order-not-found' } });
    await take(api, other, ['pay', pay], ['confirm']);
    expect(await api.get(other.path)).toMatchObject({ status: 200, body: { revision: 2 } });
  });

  it('was deleted cannot be placed again', async () => {
    const key = { headers: { 'idempotency-key': unique('key') } };
    const { body } = await api.post('/orders', createOrderExample, key);
    const stream = `order-${String(body.orderId)}`;
    await log.deleteStream(stream, 'any');
    await becomesDamaged('it was parked', () => api.get(`/orders/${String(body.orderId)}`));
    for (const one of [api, fresh])
      expect(await one.post('/orders', createOrderExample, key)).toMatchObject(damaged);
  });

  it('needs what is damaged is refused, and names it', async () => {
    const seller = unique('seller');
    const as = { as: `seller:${seller}` };
    await api.put(`/sellers/${seller}/policy`, {}, as);
    await log.tombstoneStream(`policy-${seller}`, 'any');
    const order = { ...createOrderExample, sellerId: seller };
    for (const one of [api, fresh]) {
      expect(await one.post('/orders', order)).toMatchObject({
        status: 409,
        body: { code: 'policy-history-damaged', detail: expect.stringContaining(` ${seller} `) },
      });
      expect(await one.get(`/sellers/${seller}/policy`)).toMatchObject({ status: 409 });
    }
  });
});
