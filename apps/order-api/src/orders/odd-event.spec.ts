import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { until, untilAnswer } from '@app/workers/testing';
import { commandRoutes } from '../commands/command-routes.js';
import { apiUnderTest } from '../testing/api-under-test.js';
import { type Api, placeOrder, take } from '../testing/orders.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api.stop());

const ready = () => api.get('/readyz', { as: null });

it('an event of an unknown type holds up its order alone, and readiness and metrics say so (M22)', async () => {
  expect(await ready()).toMatchObject({ status: 200, body: { status: 'ready' } });
  expect((await ready()).body).not.toHaveProperty('parked');
  const odd = await placeOrder(api);
  const painted = { id: randomUUID(), type: 'OrderPainted', contentType: 'application/json' } as const;
  const empty = Buffer.from('{}');
  await api.engines.eventStore.append(`order-${odd.id}`, 0, [{ ...painted, data: empty, metadata: empty }]);

  const other = await placeOrder(api);
  const { pay, ship } = commandRoutes;
  await take(api, other, ['pay', pay.example], ['confirm'], ['ship', { ...ship.example, units: undefined }]);
  await untilAnswer(
    () => api.get(`${other.path}/tracking`, { as: other.buyer }),
    ({ text }) => text.includes('shipped'),
  );

  await until('all have set it aside', async () => {
    const { parked = {} } = (await ready()).body as { parked?: Record<string, number> };
    return ['projector', 'publisher'].every((follower) => parked[follower] === 1);
  });
  expect(await ready()).toMatchObject({ status: 200, body: { status: 'ready' } });
  const { text } = await api.get('/metrics', { as: null });
  for (const follower of ['projector', 'publisher'])
    expect(text).toContain(`parked_streams{follower="${follower}"} 1`);
  expect(await api.get(odd.path, { as: odd.buyer })).toMatchObject({
    status: 409,
    body: { code: 'order-history-damaged' },
  });
});
