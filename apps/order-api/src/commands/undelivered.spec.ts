import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { untilAnswer } from '@app/workers/testing';
import { apiUnderTest } from '../testing/api-under-test.js';
import { type Api, type MadeOrder, placeOrder, take } from '../testing/orders.js';
import { commandRoutes } from './command-routes.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const doc = (type: keyof typeof commandRoutes): [string, object] => [type, commandRoutes[type].example];
const proof = { receivedBy: 'Siti, next door', photo: 'https://media.example.com/doors/1.jpg' };

async function sent(shipment: object = {}): Promise<MadeOrder> {
  const order = await placeOrder(api);
  const { units: _, ...example } = commandRoutes.ship.example;
  await take(api, order, doc('pay'), doc('confirm'), ['ship', { ...example, ...shipment }]);
  return order;
}
const send = (order: MadeOrder, as: string, name: string, body: object = {}) =>
  api.post(`${order.path}/${name}`, { packageId: 'PKG-1', ...body }, { as });

/** The package on the order's page, once it is in that state. */
async function packageIn(order: MadeOrder, state: string): Promise<Record<string, unknown>> {
  const { body } = await untilAnswer(
    () => api.get(order.path, { as: order.buyer }),
    ({ text }) => text.includes(`"state":"${state}"`),
  );
  return (body.packages as Record<string, unknown>[])[0]!;
}

describe('a package that no carrier reports on (M12)', () => {
  it('is delivered by the seller’s own courier, with a proof that buyer and seller see', async () => {
    const order = await sent({ method: 'self' });
    expect(await send(order, order.seller, 'deliver')).toMatchObject({
      status: 422,
      body: { code: 'proof-required', errors: [{ pointer: '/proof' }] },
    });
    expect(await send(order, order.seller, 'deliver', { proof })).toMatchObject({
      status: 200,
      body: { status: 'Delivered' },
    });
    expect(await packageIn(order, 'delivered')).toMatchObject({ proof });
  });

  it('is not delivered by the seller where the marketplace has it carried', async () => {
    const order = await sent({ method: 'platform' });
    expect(await send(order, order.seller, 'deliver', { proof })).toMatchObject({
      status: 403,
      body: { code: 'not-own-courier' },
    });
    expect(await send(order, 'platform:help', 'deliver', { proof })).toMatchObject({ status: 200 });
  });

  it('is received by the buyer in transit, and has a clock', async () => {
    const order = await sent();
    expect(await packageIn(order, 'in-transit')).toMatchObject({
      waitsFor: 'carrier',
      dueAt: expect.stringMatching(/^2030-02-14/),
    });
    const received = await api.post(`${order.path}/confirm-receipt`, {}, { as: order.buyer });
    expect(received).toMatchObject({ status: 200, body: { status: 'Completed' } });
  });
});

describe('a package that is refused at the door (M13)', () => {
  it('goes back to the seller, and its price to the buyer', async () => {
    const order = await sent();
    const refused = await send(order, 'carrier:jne', 'report-delivery-problem', { outcome: 'refused' });
    expect(refused).toMatchObject({ status: 200, body: { status: 'Cancelled' } });
    expect(await packageIn(order, 'returning')).toMatchObject({
      waitsFor: 'seller',
      lostAt: expect.any(String),
    });
    expect(await send(order, order.seller, 'receive-back')).toMatchObject({ status: 200 });
    const { restocked, units } = await packageIn(order, 'received-back');
    expect(restocked).toEqual(units);
    const { body } = await api.get(order.path, { as: order.buyer });
    expect(body).toMatchObject({
      status: 'Cancelled',
      refunds: [{ reason: 'not-delivered', amount: (body.receipt as { captured: number }).captured }],
    });
  });

  it('shows where it waits, and is tracked to its end', async () => {
    const order = await sent();
    await take(api, order, doc('report-delivery-problem'), doc('correct-package'));
    const { place, until: day } = commandRoutes['report-delivery-problem'].example;
    expect(await packageIn(order, 'held-for-pick-up')).toMatchObject({
      heldAt: place,
      until: day,
      trackingNumber: 'JNE0012345679',
      waitsFor: 'buyer',
    });
    await send(order, 'carrier:jne', 'report-delivery-problem', { outcome: 'unclaimed' });
    const { body } = await untilAnswer(
      () => api.get(`${order.path}/tracking`, { as: order.buyer }),
      ({ text }) => text.includes('"unclaimed"'),
    );
    expect(body.packages).toMatchObject([
      {
        trackingNumber: 'JNE0012345679',
        scans: [
          { code: 'arranged' },
          { code: 'shipped' },
          { code: 'ready-for-pickup', place },
          { code: 'unclaimed' },
        ],
      },
    ]);
  });
});

describe('what was said wrongly of a package (M14)', () => {
  it('is corrected, before and after it left', async () => {
    const order = await placeOrder(api);
    const { units: _, ...shipment } = commandRoutes['arrange-shipment'].example;
    await take(api, order, doc('pay'), doc('confirm'), ['arrange-shipment', shipment]);
    const first = await send(order, order.seller, 'correct-package', { carrier: 'sicepat' });
    expect(first).toMatchObject({ status: 200, body: { status: 'ShipmentArranged' } });
    await take(api, order, ['ship', { packageId: 'PKG-1' }]);
    await send(order, order.seller, 'correct-package', { trackingNumber: 'SC-1' });
    const { body } = await untilAnswer(
      () => api.get(order.path, { as: order.buyer }),
      ({ text }) => text.includes('SC-1'),
    );
    expect(body.packages).toMatchObject([{ carrier: 'sicepat', trackingNumber: 'SC-1' }]);
  });

  it('is taken back', async () => {
    const order = await sent();
    const takeBack = (mark: string) => send(order, order.seller, 'take-back', { mark });
    expect(await takeBack('delivered')).toMatchObject({ status: 409, body: { code: 'case-in-other-state' } });
    expect(await takeBack('shipped')).toMatchObject({ status: 200, body: { status: 'ShipmentArranged' } });
    await take(api, order, ['ship', { packageId: 'PKG-1' }], ['deliver', { packageId: 'PKG-1' }]);
    expect(await send(order, 'carrier:jne', 'take-back', { mark: 'delivered' })).toMatchObject({
      status: 200,
      body: { status: 'InTransit' },
    });
    const { body } = await untilAnswer(
      () => api.get(order.path, { as: order.buyer }),
      ({ text }) => text.includes('PackageMarkTakenBack') && text.includes('"status":"InTransit"'),
    );
    expect((body.packages as object[])[0]).not.toHaveProperty('deliveredAt');
  });
});
