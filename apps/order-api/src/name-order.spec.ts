import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { nameOrder } from './name-order.js';

it.each([
  ['/orders/o-1/pay', { orderId: 'o-1' }],
  ['/orders/o-1', { orderId: 'o-1' }],
  ['/buyers/ayu/orders', undefined],
  ['/orders', undefined],
  ['/nowhere', undefined],
])('the log says of a request to %s that it is about %j', async (url, about) => {
  const instance = fastify();
  nameOrder(instance);
  const seen: unknown[] = [];
  instance.addHook('onResponse', async (request) => void seen.push(request.about));
  for (const route of ['/orders', '/orders/:id', '/orders/:id/pay', '/buyers/:id/orders'])
    instance.get(route, () => 'done');
  await instance.inject(url);
  expect(seen).toEqual([about]);
});
