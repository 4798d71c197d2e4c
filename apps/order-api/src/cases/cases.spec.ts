import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@app/workers/testing';
import { commandRoutes } from '../commands/command-routes.js';
import { apiUnderTest } from '../testing/api-under-test.js';
import { type Api, type MadeOrder, placeOrder, take } from '../testing/orders.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const platform = 'platform:staff';
const list = (query = '', as = platform) => api.get(`/cases?waitsFor=platform${query}`, { as });

interface Waiting {
  readonly orderId: string;
  readonly cases: readonly { readonly kind: string; readonly caseId: string; readonly dueAt?: string }[];
}
const itemsOf = async (query = ''): Promise<Waiting[]> => (await list(query)).body.items as Waiting[];

/** An order that has arrived. */
async function arrived(): Promise<MadeOrder> {
  const order = await placeOrder(api);
  for (const name of ['pay', 'confirm', 'ship', 'deliver', 'cancel'] as const)
    await take(api, order, [name, commandRoutes[name].example as object]);
  return order;
}

async function escalated(): Promise<MadeOrder> {
  const order = await arrived();
  await take(
    api,
    order,
    ['open-claim', { claimId: 'C', kind: 'damaged', units: [{ lineId: 'line-1', quantity: 1 }] }],
    ['answer-claim', { claimId: 'C', accept: false }],
    ['escalate-claim', { claimId: 'C' }],
  );
  return order;
}

describe('what waits for the platform', () => {
  it('is listed, the longest waiting first, until it is done (M18)', async () => {
    const first = await escalated();
    const second = await arrived();
    await take(api, second, ['refund', { refundId: 'gift', amount: 100 }]);
    for (const reference of ['1', '2', '3']) {
      if (reference !== '1') await take(api, second, ['retry-refund', { refundId: 'gift' }]);
      await take(api, second, ['fail-refund', { refundId: 'gift', reference, cause: 'provider-error' }]);
    }
    await until('both are listed', async () => (await itemsOf()).length === 2);
    const [claim, refund] = await itemsOf();
    expect(claim).toMatchObject({
      orderId: first.id,
      cases: [{ kind: 'claim', caseId: 'C', state: 'escalated', dueAt: expect.any(String) }],
    });
    expect(refund).toMatchObject({ orderId: second.id, cases: [{ kind: 'refund', caseId: 'gift' }] });

    const page = await list('&limit=1');
    expect(page.body.items).toEqual([claim]);
    const next = await itemsOf(`&limit=1&cursor=${String(page.body.nextCursor)}`);
    expect(next).toEqual([refund]);

    const decided = { claimId: 'C', resolvedFor: 'seller' };
    expect(await api.post(`${first.path}/resolve-claim`, decided, { as: platform })).toMatchObject({
      status: 200,
    });
    await api.post(`${second.path}/settle-refund`, { refundId: 'gift', reference: 'bank' }, { as: platform });
    await until('nothing waits', async () => (await itemsOf()).length === 0);
  });

  it('is for the platform alone (M18)', async () => {
    for (const as of ['buyer:ayu', 'seller:toko', 'service:shop', 'analyst:ana', 'carrier:jne'])
      expect(await list('', as)).toMatchObject({ status: 403, body: { code: 'role-not-allowed' } });
    expect(await api.get('/cases?waitsFor=nobody', { as: platform })).toMatchObject({ status: 400 });
  });
});
