import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { untilAnswer } from '@app/workers/testing';
import { apiUnderTest } from '../testing/api-under-test.js';
import { type Api, placeOrder, take } from '../testing/orders.js';
import { commandRoutes } from './command-routes.js';
import { createOrderExample } from './routes/placement.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const doc = (type: keyof typeof commandRoutes): [string, object] => [type, commandRoutes[type].example];
const arranged = [doc('pay'), doc('confirm'), doc('cancel'), doc('arrange-shipment')] as const;

describe('an order whose shipment is arranged', () => {
  it('waits for its carrier in the seller’s tab, and leaves by the id of the package alone', async () => {
    const order = await placeOrder(api);
    await take(api, order, ...arranged);
    const list = `/sellers/${order.seller.slice('seller:'.length)}/orders?tab=ready-to-ship`;
    const { body } = await untilAnswer(
      () => api.get(list, { as: order.seller }),
      ({ text }) => text.includes('ShipmentArranged'),
    );
    expect(body.items).toMatchObject([{ orderId: order.id, label: 'Ready for pick-up' }]);
    const shipped = await api.post(`${order.path}/ship`, { packageId: 'PKG-1' }, { as: order.seller });
    expect(shipped).toMatchObject({ status: 200, body: { status: 'InTransit' } });
  });

  it('shows where the package starts from, and what is expected when', async () => {
    const order = await placeOrder(api);
    await take(api, order, ...arranged, doc('ship'), doc('report-delay'), doc('change-estimate'));
    const { body } = await api.get(order.path, { as: order.buyer });
    expect(body).toMatchObject({
      estimatedDelivery: '2030-02-01',
      packages: [
        { estimatedDelivery: '2030-02-01', shipFrom: commandRoutes['arrange-shipment'].example.shipFrom },
      ],
      estimates: [
        {
          packageId: 'PKG-1',
          newEstimate: '2030-02-03',
          previousEstimate: '2030-01-30',
          delay: { cause: 'weather', offer: commandRoutes['report-delay'].example.offer },
        },
        { newEstimate: '2030-02-01', previousEstimate: '2030-02-03' },
      ],
    });
  });
});

describe('a carrier', () => {
  it('scans, scans again, and is seen in the tracking with the newest place and day', async () => {
    const order = await placeOrder(api);
    await take(api, order, ...arranged, doc('ship'));
    const scan = (changes: object) =>
      api.post(`${order.path}/track`, { ...commandRoutes.track.example, ...changes }, { as: 'carrier:jne' });
    const first = await scan({});
    expect(first).toMatchObject({ status: 200, body: { status: 'InTransit' } });
    expect((await scan({})).body).toEqual(first.body);
    await scan({ code: 'collected', place: 'Yogyakarta', scannedAt: '2026-01-04T10:00:00Z' });
    await take(api, order, doc('change-estimate'));
    const { body } = await untilAnswer(
      () => api.get(`${order.path}/tracking`, { as: order.buyer }),
      ({ text }) => text.includes('2030-02-01'),
    );
    expect(body.packages).toMatchObject([
      {
        place: 'Cimahi depot',

        scans: [{ place: 'Yogyakarta' }, { code: 'arrived' }, {}, {}],
      },
    ]);
  });

  it('cannot arrange, ship or promise a voucher', async () => {
    const order = await placeOrder(api);
    await take(api, order, ...arranged);
    const as = 'carrier:jne';
    for (const [name, body] of [doc('arrange-shipment'), doc('ship'), doc('report-delay')])
      expect(await api.post(`${order.path}/${name}`, body, { as })).toMatchObject({
        status: 403,
        body: { code: 'role-not-allowed' },
      });
    const { offer: _, ...delay } = commandRoutes['report-delay'].example;
    expect(await api.post(`${order.path}/report-delay`, delay, { as })).toMatchObject({ status: 200 });
  });
});

describe('the body', () => {
  it.each([
    ['track', '/code', { ...commandRoutes.track.example, code: undefined }],
    ['track', '/scannedAt', { ...commandRoutes.track.example, scannedAt: 'yesterday' }],
    ['report-delay', '/cause', { ...commandRoutes['report-delay'].example, cause: 'laziness' }],
    ['report-delay', '/newEstimate', { ...commandRoutes['report-delay'].example, newEstimate: 'soon' }],
    ['report-delay', '/offer/kind', { ...commandRoutes['report-delay'].example, offer: { kind: 'cake' } }],
    ['arrange-shipment', '/carrier', { ...commandRoutes['arrange-shipment'].example, carrier: undefined }],
    [
      'arrange-shipment',
      '/shipFrom/city',
      {
        ...commandRoutes['arrange-shipment'].example,
        shipFrom: { ...commandRoutes['arrange-shipment'].example.shipFrom, city: undefined },
      },
    ],
    ['change-estimate', '/newEstimate', {}],
  ])('of %s is refused at %s', async (name, pointer, body) => {
    const { path } = await placeOrder(api);
    const answer = await api.post(`${path}/${name}`, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-body' } });
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });
});

describe('goods that need no shipping', () => {
  it('are delivered by the seller’s confirmation', async () => {
    const lines = createOrderExample.lines.map((line) => ({ ...line, needsShipping: false }));
    const order = await placeOrder(api, { lines });
    await take(api, order, doc('pay'));
    expect(await api.post(`${order.path}/confirm`, undefined, { as: order.seller })).toMatchObject({
      status: 200,
      body: { status: 'Delivered' },
    });
    const { body } = await api.get(order.path, { as: order.buyer });
    expect(body).toMatchObject({ status: 'Delivered', lines: [{ needsShipping: false, delivered: 2 }, {}] });
  });
});
